// Regular expressions: what they find around them, how they are shown, what is wrong with them.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const cases: Record<string, string> = {
  "flags that are known when the program runs": String.raw`for (const f of ["g", "zz", "gg", "", "gi"]) try { const r = new RegExp("B", f); console.log(r.test("ab"), r.flags); } catch (e) { console.log((e as Error).name, (e as Error).message); }
const source = ["a", "+"].join(""); console.log("caat".replace(new RegExp(source, "g"), "-"), new RegExp(source).test("b"));`,
  lookbehind: String.raw`console.log("$10 €20".match(/(?<=\$)\d+/)?.[0], "price 30".replace(/(?<!\d)\d/, "X"), "foobar".replace(/(?<=foo)bar/, "!"), "a1b22".match(/(?<=[a-z])\d+/g), "1234567.891".replace(/(?<!\.\d*)(\d)(?=(?:\d{3})+(?:\.|$))/g, "$1,"), "x-y".split(/(?<=-)/));`,
  "properties of characters": String.raw`console.log("abc DEF 12".match(/\p{Lu}+/u)?.[0], "a,b;c!".replace(/\p{P}/gu, " "), "abc1".match(/[\p{L}\p{N}]+/u)![0], /^\P{L}+$/u.test("123"));`,
  "the console shows matches": String.raw`console.log(/ab+c/gi, [/x/], { r: /y/ }, "abc".match(/b/)); console.log("a1b2".match(/\d/g), /(a)(x)?/.exec("abc"), "abc".match(/z/)); const m = /(?<y>\d+)-(?<x>z)?/.exec("2024-"); console.log(m, m?.groups, m!.groups!.y);
console.log([..."a1b2".matchAll(/[a-z](\d)/g)]);`,
  "a match with many groups": String.raw`console.log("abcdef".match(/(a)(b)(c)(d)(e)(f)/), "2024-05-06T07:08:09".match(/(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)/));`,
  "texts of expressions": String.raw`const re = /a+/g; console.log(${"`"}${"{"}re}${"`"}, String(re), re + "", re.toString(), re.dotAll, re.unicode);`,
  "groups taken apart": String.raw`const { groups } = "k=v".match(/(?<k>\w)=(?<v>\w)/)!; console.log(groups?.k, groups?.v, groups); for (const { groups: g, index } of "a=1;b=2".matchAll(/(?<k>\w)=(?<v>\d)/g)) console.log(index, g!.k, g!.v); const [, a, b] = /(\d)(\d)/.exec("12")!; console.log(a, b);`,
  "named groups taken apart": String.raw`function parse(s: string) { const m = s.match(/^(?<h>\d{2}):(?<m>\d{2})$/); if (!m?.groups) return null; const { h, m: min } = m.groups; return { h: Number(h), m: parseInt(min, 10) }; } console.log(parse("12:34"), parse("x"));`,
  "errors in patterns": String.raw`for (const s of ["(", "[a", "*a", "a{2,1}", "(?<n", "a)", "\\", "[b-a]"]) { try { new RegExp(s); console.log("ok", s); } catch (e) { console.log((e as Error).message); } }`,
  "a parser of lines": String.raw`function csv(line: string): string[] { const out: string[] = []; const re = /("([^"]*)"|[^,]*)(,|$)/g; let m; while ((m = re.exec(line))) { out.push(m[2] !== undefined ? m[2] : m[1]); if (m[3] === "") break; } return out; } console.log(csv('a,"b,c",d'), csv(""));`,
  "a slug": String.raw`const slug = (s: string) => s.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, ""); console.log(slug("  Hello, World! It's -- me_ "));`,
};

describe("regular expressions", () => {
  for (const [name, source] of Object.entries(cases)) it(name, () => runsAlike(source));
});
