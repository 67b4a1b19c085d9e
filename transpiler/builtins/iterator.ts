// Methods of generators and iterators.
import { call } from "../python/build";
import { argument, base, type MemberCall, type MemberTable } from "./member-call";

const answered =
  (helper: "next_result" | "return_result" | "throw_result") => (one: MemberCall) => {
    const value = argument(one, 0);
    return call(one.context.helper(helper), value === null ? [base(one)] : [base(one), value]);
  };

export const iteratorMethods: MemberTable = {
  next: answered("next_result"),
  return: answered("return_result"),
  throw: answered("throw_result"),
};
