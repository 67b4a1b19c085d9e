// `re` as on a board: what it finds, and where, is what CPython's finds for patterns that both know.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { linesOf, startPython } from "../support/virtual-program";

const searches: readonly [pattern: string, text: string][] = [
  ["", "abc"],
  ["b+", "abbbc"],
  ["(a)(b)?(c)", "xac"],
  ["^/files/([^/]+)/([0-9]*)$", "/files/readme/42"],
  ["^ab|c", "zabc"],
  ["(x)|(y)", "aay"],
  ["(?:a|b)+([cd])", "..ababd.."],
  ["[(](\\d+)[)]", "f(12) and g(7)"],
  ["o.o", "foo boo"],
  ["^$", ""],
  ["q", "abc"],
  ["(\\w+)@(\\w+)", "mail me@home now"],
  ["x|a(?:b|[)(])(a)?(ab)+([ab])", "..ab.a(abababab"],
  ["(\\(|a)*(a)", "aa(aaa"],
];

const program = `
import re
for pattern, text in ${JSON.stringify(searches)}:
    for how in (re.match, re.search, re.compile(pattern).search):
        found = how(text) if how not in (re.match, re.search) else how(pattern, text)
        if found is None:
            print(pattern, None)
            continue
        print(pattern, found.group(), found.group(0), found.groups(), found.span(), found.start(), found.end())
        for number in range(1, len(found.groups()) + 1):
            print(number, found.span(number), found.start(number), found.end(number))
print(re.sub("(l)(o)", lambda found: found.group(2) + found.groups()[0], "hello world"))
print(re.sub("b", "-", "abcabc"), re.sub(b"b", b"-", b"abcabc"))
print(re.compile("b").sub("-", "abcabc", 1), re.compile(",").split("a,b,c"))
print(re.match(b"(.)b", b"ab").groups(), re.search(b"b", b"aab").span())
for wrong in ("(", "*", "[a"):
    try:
        re.compile(wrong)
        print("compiled")
    except Exception as error:
        print("refused")
`;

test("finds what CPython's finds, at the same places", async () => {
  const here = await linesOf(await startPython(program));
  expect(here).toEqual(
    execFileSync("python3", ["-c", program], { encoding: "utf8" }).trimEnd().split("\n"),
  );
});

test("says so where a place can't be told", async () => {
  const ambiguous = `import re\nprint(re.match("((a)(a))", "aa").span(2))`;
  expect((await linesOf(await startPython(ambiguous))).pop()).toBe(
    "NotImplementedError: where group 2 was found is not simulated: its text occurs more than once",
  );
});
