// The methods of strings in all their forms. Node, MicroPython and CPython agree.
import { describe, it } from "vitest";
import { runsAlike } from "./run-alike";

const CASES: Record<string, string> = {
  s1: String.raw`const s = "Hello, World"; console.log(s.length, s[0], s.charAt(4), s.charAt(99) === "", s.slice(-5), s.substring(7, 3), s.substring(-1, 2), s.substr(-3, 2), s.substr(1), s.toUpperCase(), s.indexOf("o"), s.indexOf("o", 5), s.lastIndexOf("o"), s.lastIndexOf("o", 7), s.includes("World"), s.includes("Hello", 1));`,
  s2: String.raw`console.log("abc".charCodeAt(1), "abc".charCodeAt(9), "abc".charCodeAt(-1), "abc".codePointAt(0), "abc".codePointAt(9), "abc".at(-1), "abc".at(5), "abc".at(0), "abc"[5], "abc"[-1]);`,
  s5: String.raw`console.log("[" + "  a b \n\t".trim() + "]", "[" + "  a".trimStart() + "]", "[" + "a  ".trimEnd() + "]", "\u00a0\ufeffa\u3000".trim().length, "\u0085a".trim().length, "\u001fa".trim().length, "é".trim(), " é ".trim());`,
  s6: String.raw`console.log("5".padStart(3, "0"), "5".padEnd(3, "ab") + "|", "abc".padStart(2), "x".padStart(5, "abc"), "ab".repeat(3), "ab".repeat(0) === "", "5".padStart(3)); try { "a".repeat(-1); } catch (e) { console.log("range"); }`,
  s7: String.raw`console.log("é".toUpperCase(), "ÀÉ".toLowerCase(), "straße".toUpperCase(), "жук".toUpperCase(), "ŁÓDŹ".toLowerCase(), "ÿ".toUpperCase(), "αβ".toUpperCase());`,
  s8: String.raw`console.log(["b", "a", "C", "B", "A", "c"].sort((x, y) => x.localeCompare(y)).join(), "a".localeCompare("b"), "b".localeCompare("a"), "a".localeCompare("a"), "a".localeCompare("A"), "a".localeCompare("B"), "Z".localeCompare("a"), "a1".localeCompare("a2"), "a b".localeCompare("ab"), "item10".localeCompare("item9"), "".localeCompare("a"), "co-op".localeCompare("coop"), "_a".localeCompare("-a"));`,
  s9: String.raw`console.log(String.fromCharCode(72, 105), String.fromCodePoint(128512), "a".concat("b", "c"), "abc" < "abd", "a" < "B", "Z" < "a", "" < "a", [..."héllo"].length, String.fromCharCode(0xd83d, 0xde00));`,
  s11: String.raw`console.log("✓ done", "🎉 party"); const s: string = "abc"; console.log(s.slice(1), s.length);`,
  s12: String.raw`console.log("abc".startsWith("b", 1), "abc".startsWith("", 5), "abc".endsWith("b", 2), "abc".endsWith("c"), "abc".startsWith("a", -3), "abc".endsWith("a", -2), "abc".indexOf("", 5), "abc".lastIndexOf("", 1), "aaa".lastIndexOf("a", -1), "abc".includes(""), "abcabc".indexOf("c", -5));`,
  s13: String.raw`function cap(s: string) { return s.charAt(0).toUpperCase() + s.slice(1).toLowerCase(); } console.log(cap("hELLO"), cap("")); function camel(s: string) { return s.split("-").map((p, i) => i === 0 ? p : p[0].toUpperCase() + p.slice(1)).join(""); } console.log(camel("foo-bar-baz")); const isPal = (s: string) => s === [...s].reverse().join(""); console.log(isPal("abba"), isPal("abc")); const rev = (s: string) => s.split("").reverse().join(""); console.log(rev("abc"));`,
  s14: String.raw`function caesar(s: string, k: number) { let r = ""; for (let i = 0; i < s.length; i++) { const c = s.charCodeAt(i); r += c >= 97 && c <= 122 ? String.fromCharCode((c - 97 + k) % 26 + 97) : s[i]; } return r; } console.log(caesar("hello, z", 3)); let v = 0; for (const c of "education") if ("aeiou".includes(c)) v++; console.log(v); const cnt: Record<string, number> = {}; for (const ch of "hello") cnt[ch] = (cnt[ch] || 0) + 1; console.log(cnt["l"]);`,
  s15: String.raw`const s = "x"; const n: number = 2.7; console.log("abcdef".slice(n), "abcdef".substring(n), "abcdef".charAt(n), s.repeat(n), "abcdef".at(n), "a,b,c".split(",", n).length, "7".padStart(n, "0"), "abc".indexOf("c", n), "abcdef".slice(NaN, n));`,
  s16: String.raw`const t = "The quick brown fox"; console.log(t.split(" ").map((w) => w.length).join(), t.split(" ").sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).join(), Math.max(...t.split(" ").map((w) => w.length)), t.toLowerCase().split("").filter((c) => c >= "a" && c <= "z").length);`,
  "texts of booleans": `const t = true, f = false; console.log(t.toString(), f.toString() + "!", t.valueOf() === true, [t, f].map((b) => b.toString()), (1 > 2).toString(), String(), String() === ""); const o: { on?: boolean } = {}; console.log(o.on?.toString() ?? "unset", { on: true }.on.toString().length);`,
  "a search for what is no pattern": `console.log("abc".search("x"), "hello".search(/l+/), "".search(""));`,
  "texts of what is one of several primitives": `const xs: (boolean | number)[] = [true, 1]; for (const x of xs) console.log(x.toString());`,
  "texts of ids": `type Id = string | number; const ids: Id[] = [1, "b", -0, 2.5, 1e21]; console.log(ids.map((i) => i.toString()).join("|"), ids.map((i) => i.toString().length)); let v: Id = 12; const show = (x: Id) => x.toString().padStart(4, "0"); console.log(show(v), show("ab"));`,
  "padded texts of ids": `const show = (x: string | number) => String(x).padStart(4, "0") + \`\${x}\`.padStart(5); console.log(show(12), show("ab")); const n = 7; console.log(String(n).padStart(3, "0"), n.toString().padStart(3, "0"));`,
};

describe("strings", () => {
  it.each(Object.entries(CASES))("%s", (_, source) => runsAlike(source));
});
