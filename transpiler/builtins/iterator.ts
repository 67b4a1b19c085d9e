// Methods of generators and iterators.
import { call, method } from "../python/build";
import { argument, base, type MemberCall, type MemberTable } from "./member-call";

const answered =
  (helper: "next_result" | "return_result" | "throw_result") => (one: MemberCall) => {
    const value = argument(one, 0);
    return call(one.context.helper(helper), value === null ? [base(one)] : [base(one), value]);
  };

const asked = (python: string) => (one: MemberCall) => {
  const value = argument(one, 0);
  return method(base(one), python, ...(value === null ? [] : [value]));
};

export const asyncIteratorMethods: MemberTable = {
  next: asked("next"),
  return: asked("return_"),
  throw: asked("throw"),
};

export const iteratorMethods: MemberTable = {
  next: answered("next_result"),
  return: answered("return_result"),
  throw: answered("throw_result"),
};
