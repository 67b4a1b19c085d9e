// Methods of booleans.
import { textOf } from "../visitors/text";
import { base, type MemberCall, type MemberTable } from "./member-call";

export const booleanMethods: MemberTable = {
  toString: ({ receiver, context }: MemberCall) => textOf(receiver, context),
  valueOf: base,
};
