// Proves that a sum is not negative at a place: an index inside of its array. By what is known there
// (known-sums.ts), by induction over everything that is written to a variable, and by what all
// callers hand over. A small search: what it does not find stays unproven, and gets a guard.
import { ts } from "ts-morph";
import type { Callers } from "./callers";
import { isPrivate } from "./class-syntax";
import type { Facts } from "./facts";
import { functionAround, type FixedNames } from "./fixed-names";
import { KnownSums, scopeOfVariable } from "./known-sums";
import {
  constantly,
  minus,
  plus,
  reduced,
  replaced,
  textOfLinear,
  times,
  type Atom,
  type Linear,
  type Term,
} from "./linear";
import { LinearForms } from "./linear-forms";
import { LENGTH } from "./number-info";
import type { Numbers } from "./numbers";
import { hasModifier, isFunctionNode, isWithin, type FunctionNode } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { isStep, type Write } from "./writes";

const DEPTH = 8;
const MOST_STEPS = 2000;
const MOST_WRITES = 6;
const MOST_CALLS = 12;

/** Sums that hold by what is being proven, once their variable has its first value. */
interface Assumption {
  readonly sum: Linear;
  readonly scope: ts.Node;
  readonly declaration: ts.Declaration;
}

export class Prover {
  private steps = 0;
  private assumptions: Assumption[] = [];
  /** How deep was looked for what was not found. */
  private seen = new Map<string, number>();

  private readonly callers: Callers;
  private readonly forms: LinearForms;
  private readonly known: KnownSums;

  constructor(
    types: Types,
    private readonly uses: Uses,
    private readonly numbers: Numbers,
    private readonly fixed: FixedNames,
    facts: Facts,
  ) {
    this.callers = numbers.callers;
    this.forms = new LinearForms(types, uses, numbers);
    this.known = new KnownSums(types, uses, numbers, this.forms, fixed, facts);
  }

  /** Whether `index` is below the length of `container` where it stands. */
  isBelowLength(index: ts.Expression, container: ts.Expression): boolean {
    const place = this.forms.of(index);
    if (place === null) return false;
    return this.proves(minus(minus(this.forms.lengthOf(container), place), constantly(1)), index);
  }

  /** Whether `sum` is from 0 to `most` where it stands. */
  isBetween(sum: ts.Expression, most: number): boolean {
    const form = this.forms.of(sum);
    return (
      form !== null && this.proves(form, sum) && this.proves(minus(constantly(most), form), sum)
    );
  }

  isNonNegative(index: ts.Expression): boolean {
    const place = this.forms.of(index);
    return place !== null && this.proves(place, index);
  }

  /** How many elements each array in `rows` has at least; `row` has the type of one. */
  leastRow(rows: ts.Expression, row: ts.Expression): number {
    const length = this.known.rows.of(rows);
    const isKept =
      length !== null && this.fixed.keepsLength(this.forms.atomOf(row, "length"), true);
    return isKept ? Math.max(this.least(length), 0) : 0;
  }

  /** Whether each array in `rows` has `count` elements, and nothing changes that. */
  areRows(rows: ts.Expression, row: ts.Expression, count: number): boolean {
    return (
      this.known.rows.areAll(rows, count) &&
      this.fixed.keepsLength(this.forms.atomOf(row, "length"), false)
    );
  }

  private proves(goal: Linear, use: ts.Expression): boolean {
    this.steps = MOST_STEPS;
    this.assumptions = [];
    this.seen = new Map();
    return this.prove(goal, use, [...this.known.around(use), ...this.known.within(use)], DEPTH);
  }

  private prove(sum: Linear, use: ts.Node, facts: readonly Linear[], depth: number): boolean {
    const goal = reduced(sum);
    if (this.least(goal) >= 0) return true;
    const text = `${use.pos} ${textOfLinear(goal)}`;
    if (depth <= (this.seen.get(text) ?? 0) || this.steps-- <= 0) return false;
    this.seen.set(text, depth);
    const terms = [...goal.terms.values()];
    const all = [
      ...facts,
      ...this.assumptions.filter((one) => holdsAt(one, use)).map(({ sum: held }) => held),
      ...terms.flatMap(({ atom }) => this.known.ofDefinition(atom)),
    ];
    return (
      all.some((fact) => this.byFact(goal, fact, use, facts, depth)) ||
      terms.some(({ atom }) => this.byInduction(goal, atom, depth)) ||
      this.byCallers(goal, terms, use, depth)
    );
  }

  /** The least that `sum` can be by the bounds of what it names. */
  private least({ terms, constant }: Linear): number {
    let least = constant;
    for (const { atom, factor } of terms.values()) {
      const { low, high } = this.boundsOf(atom);
      least += factor * (factor > 0 ? low : high);
    }
    return least;
  }

  private boundsOf({ form, declaration, node }: Atom): { low: number; high: number } {
    if (form === "length") return LENGTH;
    return declaration === undefined ? this.numbers.of(node) : this.numbers.everywhere(node);
  }

  /** With a fact that has a name in common with the goal: what remains is proven without that name. */
  private byFact(
    goal: Linear,
    fact: Linear,
    use: ts.Node,
    facts: readonly Linear[],
    depth: number,
  ): boolean {
    for (const [key, { factor }] of goal.terms) {
      const other = fact.terms.get(key)?.factor ?? 0;
      if (other * factor <= 0) continue;
      // All are ints: `2 * goal` is not negative above -2.
      const room = constantly(Math.abs(other) - 1);
      const rest = plus(plus(times(goal, Math.abs(other)), fact, -Math.abs(factor)), room);
      if (this.prove(rest, use, facts, depth - 1)) return true;
    }
    return false;
  }

  /** It holds at first, and every write keeps it. */
  private byInduction(goal: Linear, atom: Atom, depth: number): boolean {
    const { declaration } = atom;
    if (declaration === undefined || atom.form === "length" || depth < 2) return false;
    const { writes, captured } = this.uses.of(declaration);
    const rest = replaced(goal, atom, constantly(0));
    const isField = ts.isPropertyDeclaration(declaration);
    const scope = isField ? declaration.parent : scopeOfVariable(declaration);
    if (scope === null || writes.length === 0 || writes.length > MOST_WRITES) return false;
    if (isField ? !isPrivate(declaration) || !this.fixed.isFixed(rest) : captured) return false;
    if (!isField && !this.fixed.isFixedWithin(rest, scope)) return false;
    const { initializer } = declaration as ts.PropertyDeclaration | ts.VariableDeclaration;
    const start = initializer && this.forms.of(initializer);
    if (!initializer || !start) return false;
    const outer = this.assumptions;
    if (outer.some(({ sum }) => textOfLinear(sum) === textOfLinear(goal))) return false;
    this.assumptions = [...outer, { sum: goal, scope, declaration }];
    const holds = (after: Linear, place: ts.Expression) =>
      this.prove(replaced(goal, atom, after), place, this.factsAt(place), depth - 1);
    const result =
      holds(start, initializer) && writes.every((write) => this.keeps(write, atom, holds));
    this.assumptions = outer;
    return result;
  }

  private factsAt(place: ts.Expression): Linear[] {
    return [...this.known.around(place), ...this.known.within(place)];
  }

  private keeps(
    { target, value, operator, node }: Write,
    atom: Atom,
    holds: (after: Linear, place: ts.Expression) => boolean,
  ): boolean {
    const { EqualsToken, PlusEqualsToken, MinusEqualsToken, MinusMinusToken } = ts.SyntaxKind;
    const before = this.forms.of(target);
    if (before === null || !before.terms.has(atom.key)) return false;
    if (isStep(node)) {
      const step = constantly(node.operator === MinusMinusToken ? -1 : 1);
      return holds(plus(before, step), target);
    }
    const by = value && this.forms.of(value);
    if (!value || !by) return false;
    if (operator === EqualsToken) return holds(by, value);
    if (operator === PlusEqualsToken) return holds(plus(before, by), value);
    return operator === MinusEqualsToken && holds(minus(before, by), value);
  }

  /** Whether every call hands over what makes it hold. */
  private byCallers(goal: Linear, terms: readonly Term[], use: ts.Node, depth: number): boolean {
    const owner = functionAround(use);
    if (depth < 2 || !isFunctionNode(owner) || !this.fixed.isFixed(goal)) return false;
    const isOwn = ({ atom }: Term) => atom.declaration?.parent === owner;
    if (!terms.some(isOwn) || !terms.every((term) => isOwn(term) || isGlobal(term.atom)))
      return false;
    const calls = this.callsOf(owner);
    if (calls === null || calls.length === 0 || calls.length > MOST_CALLS) return false;
    // What a call of itself hands over may be proven by what this one was given.
    const outer = this.assumptions;
    const last = owner.parameters.at(-1);
    if (last !== undefined)
      this.assumptions = [...outer, { sum: goal, scope: owner, declaration: last }];
    const result = calls.every((call) => {
      const sum = isSpread(call) ? null : this.handedOver(goal, owner, call);
      return sum !== null && this.prove(sum, call, this.factsOfCall(call), depth - 1);
    });
    this.assumptions = outer;
    return result;
  }

  /** `goal` with what `call` gives for the parameters, defaults first: they name other parameters. */
  private handedOver(goal: Linear, owner: FunctionNode, call: ts.CallExpression): Linear | null {
    let sum = goal;
    for (const isDefault of [true, false])
      for (const { atom } of [...sum.terms.values()]) {
        const parameter = atom.declaration as ts.ParameterDeclaration;
        if (parameter?.parent !== owner) continue;
        const argument = call.arguments[owner.parameters.indexOf(parameter)];
        if ((argument === undefined) !== isDefault) continue;
        const value = argument ?? parameter.initializer;
        if (value === undefined) return null;
        const given = atom.form === "length" ? this.forms.lengthOf(value) : this.forms.of(value);
        if (given === null) return null;
        sum = replaced(sum, atom, given);
      }
    return sum;
  }

  private factsOfCall(call: ts.CallExpression): Linear[] {
    return [
      ...this.known.around(call),
      ...call.arguments.flatMap((argument) => this.known.within(argument)),
    ];
  }

  /** All calls of a function; null if others may call it. */
  private callsOf(owner: FunctionNode): ts.CallExpression[] | null {
    const isMethod = ts.isMethodDeclaration(owner);
    if (isMethod && !hasModifier(owner, ts.SyntaxKind.PrivateKeyword)) return null;
    if (!isMethod && !ts.isFunctionDeclaration(owner)) return null;
    if (this.callers.escapes(owner) || this.callers.isOpen(owner)) return null;
    if (owner.parameters.some(({ dotDotDotToken }) => dotDotDotToken)) return null;
    const calls: ts.CallExpression[] = [];
    for (const reference of this.uses.of(owner).references) {
      const { parent } = reference;
      const callee = ts.isPropertyAccessExpression(parent) ? parent : reference;
      if (ts.isImportSpecifier(parent)) continue;
      if (!ts.isCallExpression(callee.parent) || callee.parent.expression !== callee) return null;
      calls.push(callee.parent);
    }
    return calls;
  }
}

/** Its first value may not be proven by itself, nor what runs before it. */
function holdsAt({ scope, declaration }: Assumption, use: ts.Node): boolean {
  if (!isWithin(use, scope)) return false;
  if (use.pos >= declaration.end) return true;
  return ts.isPropertyDeclaration(declaration) && !isInField(use, scope);
}

/** Whether `use` is in what a field of the class `scope` begins with. */
function isInField(use: ts.Node, scope: ts.Node): boolean {
  for (let current = use; current !== scope; current = current.parent)
    if (current.parent === scope) return ts.isPropertyDeclaration(current);
  return false;
}

const isSpread = (call: ts.CallExpression) => call.arguments.some(ts.isSpreadElement);

/** A constant of the file. */
const isGlobal = ({ declaration }: Atom) =>
  declaration !== undefined &&
  ts.isVariableDeclaration(declaration) &&
  ts.isVariableStatement(declaration.parent.parent) &&
  ts.isSourceFile(declaration.parent.parent.parent);
