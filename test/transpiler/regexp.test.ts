// Regular expressions: found, taken apart, replaced as in JavaScript.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

/** Pattern → texts that it is tried on. */
const PATTERNS: Record<string, string[]> = {
  "/abc/": ["abc", "xabcx", "ab"],
  "/^\\d{3}-\\d{4}$/": ["555-1234", "5555-1234", "555-123\\n"],
  "/a|bc|/": ["bc", "a", "x"],
  "/(a+)(b*)c?/": ["aab", "xabbc", "b"],
  "/(\\w+)@(\\w+)\\.com/": ["me@site.com", "no"],
  "/<(.+?)>/": ["<a><b>", "<>"],
  "/<(.+)>/": ["<a><b>"],
  "/[^a-z]+/i": ["abC1x", "ABC"],
  "/hello/i": ["say HeLLo"],
  "/\\bcat\\b/": ["a cat.", "concat", "cat"],
  "/\\Bcat/": ["concat", "cat"],
  "/(?:ab)+/": ["ababx", "b"],
  "/(a)|(b)/": ["b", "a"],
  "/(?=.*\\d)[a-z\\d]+/": ["abc1", "abc"],
  "/foo(?!bar)/": ["foobar", "foobaz"],
  "/(\\w)\\1/": ["hello", "abc"],
  "/^b/m": ["a\\nb", "ab"],
  "/a$/m": ["a\\nb"],
  "/a.b/": ["a\\nb", "axb"],
  "/a.b/s": ["a\\nb"],
  "/x{2,3}/": ["xxxxx", "x", "xx"],
  "/x{2,}?/": ["xxxx"],
  "/[\\s\\S]+/": ["a\\n b"],
  "/[\\]\\-x]+/": ["]-x"],
  "/(z)((a+)?(b+)?(c))*/": ["zaacbbbcac"],
  "/(a*)*/": ["b", "aa"],
  "/(?:a|ab)(?:c|bcd)(d*)/": ["abcd"],
  "/\\u0041\\x42\\t?/": ["AB"],
  "/[\\d.]+/": ["v1.2.3"],
  "/\\$(\\d+)/": ["cost $15"],
  "/^\\s*$/": ["  \\t", "x"],
  "/^[\\w.+-]+@[\\w-]+\\.[\\w.]+$/": ["a.b+c@d-e.co.uk", "a@b"],
  "/(\\d+)-(\\d+)?/": ["12-", "1-2"],
  "/é+/": ["caféé"],
};

const found = Object.entries(PATTERNS).flatMap(([pattern, texts]) =>
  texts.map((text): [string, string] => [
    `${pattern} on "${text}"`,
    `const m = ${pattern}.exec("${text}"); if (m === null) console.log("none"); else { console.log(m.index, m.length); for (const part of m) console.log(part === undefined ? "-" : "<" + part + ">"); }`,
  ]),
);

const uses: Record<string, string> = {
  test: `const re = /^[a-z]+$/; console.log(re.test("abc"), re.test("ab1"), re.test("")); if (/x/.test("axb")) console.log("found");`,
  "test with g remembers": `const re = /a/g; console.log(re.test("aa"), re.lastIndex, re.test("aa"), re.lastIndex, re.test("aa"), re.lastIndex);`,
  "exec in a loop": `const re = /(\\w)(\\d)/g; let m: RegExpExecArray | null; while ((m = re.exec("a1 b2 c3")) !== null) { console.log(m[0], m[1], m[2], m.index, re.lastIndex); }`,
  match: `const m = "2024-05-06".match(/(\\d+)-(\\d+)-(\\d+)/); if (m) { console.log(m[0], m[1], m[2], m[3], m.index); const [, y, mo] = m; console.log(y, mo); } console.log("x".match(/y/) === null);`,
  "match with g": `const ms = "a1b22c333".match(/\\d+/g); console.log(ms?.length, ms?.join(",")); console.log("abc".match(/\\d/g) ?? "none"); console.log(("a b c".match(/[a-z]/g) ?? []).length);`,
  matchAll: `for (const m of "k1=v1;k2=v2".matchAll(/(\\w+)=(\\w+)/g)) console.log(m[1], m[2], m.index); const all = [..."abab".matchAll(/a/g)]; console.log(all.length); console.log(Array.from("x1y2".matchAll(/\\d/g), (m) => m[0]).join());`,
  replace: `console.log("a-b-c".replace(/-/, "+"), "a-b-c".replace(/-/g, "+"), "john smith".replace(/(\\w+) (\\w+)/, "$2, $1"), "x".replace(/x/, "[$&]"), "aXbX".replaceAll(/X/g, ""), "abc".replace(/b/, "$\`|$'|$$"));`,
  "replace by a function": `console.log("a1b2".replace(/\\d/g, (d) => String(Number(d) * 2)), "hello world".replace(/\\b\\w/g, (c) => c.toUpperCase()), "fooBar".replace(/([A-Z])/g, (_, c: string) => "_" + c.toLowerCase()), "abc".replace(/b/, (m, i: number) => m + i));`,
  split: `console.log("a1b22c".split(/\\d+/).join("|"), "a, b ,c".split(/\\s*,\\s*/).join("|"), "abc".split(/(b)/).join("|"), "abc".split(/(?:)/).join("|"), "a b  c".split(/\\s/).length, "".split(/x/).length);`,
  search: `console.log("abc1".search(/\\d/), "abc".search(/\\d/));`,
  "named groups": `const m = /(?<year>\\d{4})-(?<month>\\d\\d)/.exec("on 2024-05"); if (m?.groups) console.log(m.groups.year, m.groups["month"]); console.log("2024-05".replace(/(?<y>\\d+)-(?<m>\\d+)/, "$<m>/$<y>"));`,
  properties: `const re = /a+/gi; console.log(re.source, re.flags, re.global, re.ignoreCase, re.multiline, String(re.lastIndex)); re.lastIndex = 2; console.log(re.exec("aaaa")?.index);`,
  sticky: `const re = /\\d/y; console.log(re.test("1a2"), re.test("1a2"), re.lastIndex); re.lastIndex = 2; console.log(re.test("1a2"));`,
  "made from text": `const word = "b+"; const re = new RegExp("a" + word, "g"); console.log("ab abb a".match(re)?.length, new RegExp("^x$").test("x"), new RegExp("\\\\d").test("5"));`,
  escaping: `const escape = (s: string): string => s.replace(/[.*+?^\${}()|[\\]\\\\]/g, "\\\\$&"); console.log(escape("a.b*c"), new RegExp(escape("a.b")).test("axb"));`,
  "a tokenizer": `const source = "let x = 42 + y;"; const tokens: string[] = []; const re = /\\s*(?:(\\d+)|([a-z]+)|(.))/gy; let m: RegExpExecArray | null; while ((m = re.exec(source))) { tokens.push(m[1] ? "N:" + m[1] : m[2] ? "I:" + m[2] : "P:" + m[3]); } console.log(tokens.join(" "));`,
  "in functions": `function isEmail(s: string): boolean { return /^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$/.test(s); } console.log(isEmail("a@b.c"), isEmail("nope"));  const camel = (s: string) => s.replace(/-(\\w)/g, (_, c) => c.toUpperCase()); console.log(camel("foo-bar-baz")); console.log("  trim me ".replace(/^\\s+|\\s+$/g, "") + "|"); console.log("a  b   c".replace(/\\s+/g, " ")); console.log("1234567".replace(/\\B(?=(\\d{3})+(?!\\d))/g, ","));`,
  shown: `console.log("a1b2".match(/\\d/g)); console.log(/x/gi.toString(), /(a)|b/.exec("b")![1]);`,
};

describe("what a pattern finds", () => {
  it.each(found)("%s", (_, source) => runsAlike(source));
});
describe("regular expressions", () => {
  it.each(Object.entries(uses))("%s", (_, source) => runsAlike(source));
});
