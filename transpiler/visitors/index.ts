// The subset, as a table from syntax kind to visitor. What is not listed is refused by name.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import { typeText } from "./type-tests";
import { visitBinary, visitConditional, visitPostfix, visitPrefix, visitVoid } from "./operators";
import { visitLabeled } from "./blocks";
import { visitCall, visitNew } from "./calls";
import { visitClass, visitClassExpression } from "./classes";
import type { Context } from "./context";
import { visitEnum } from "./enums";
import { visitArrow, visitFunctionDeclaration, visitFunctionExpression } from "./functions";
import { visitArray, visitFalse, visitNull, visitNumber, visitString, visitTrue } from "./literals";
import { visitForIn } from "./for-in";
import { visitYield } from "./generators";
import { visitDo, visitFor, visitForOf, visitWhile } from "./loops";
import { visitElementAccess } from "./elements";
import { visitIdentifier } from "./identifiers";
import { visitPropertyAccess } from "./members";
import { visitExport, visitExportAssignment, visitImport } from "./modules";
import { visitObject } from "./objects";
import {
  visitBlock,
  visitEmpty,
  visitExpressionStatement,
  visitIf,
  visitInner,
  visitJump,
  visitReturn,
  visitThrow,
} from "./statements";
import { visitAwait } from "./promises";
import { visitAssertion } from "./casts";
import { visitSwitch } from "./switch";
import { visitTaggedTemplate } from "./tagged-template";
import { visitTemplate } from "./text";
import { visitMetaProperty, visitThis } from "./this";
import { visitTry } from "./try";
import { visitVariables } from "./variables";

type SupportedExpression =
  | ts.ArrayLiteralExpression
  | ts.ArrowFunction
  | ts.AsExpression
  | ts.AwaitExpression
  | ts.BinaryExpression
  | ts.CallExpression
  | ts.ClassExpression
  | ts.ConditionalExpression
  | ts.ElementAccessExpression
  | ts.FalseLiteral
  | ts.FunctionExpression
  | ts.Identifier
  | ts.MetaProperty
  | ts.NewExpression
  | ts.NonNullExpression
  | ts.NoSubstitutionTemplateLiteral
  | ts.NullLiteral
  | ts.NumericLiteral
  | ts.ObjectLiteralExpression
  | ts.ParenthesizedExpression
  | ts.PostfixUnaryExpression
  | ts.PrefixUnaryExpression
  | ts.PropertyAccessExpression
  | ts.RegularExpressionLiteral
  | ts.SatisfiesExpression
  | ts.StringLiteral
  | ts.TaggedTemplateExpression
  | ts.TemplateExpression
  | ts.ThisExpression
  | ts.TrueLiteral
  | ts.TypeAssertion
  | ts.TypeOfExpression
  | ts.VoidExpression
  | ts.YieldExpression;

type SupportedStatement =
  | ts.Block
  | ts.BreakStatement
  | ts.ClassDeclaration
  | ts.ContinueStatement
  | ts.DebuggerStatement
  | ts.DoStatement
  | ts.EmptyStatement
  | ts.EnumDeclaration
  | ts.ExportAssignment
  | ts.ExportDeclaration
  | ts.ExpressionStatement
  | ts.ForInStatement
  | ts.ForOfStatement
  | ts.ForStatement
  | ts.FunctionDeclaration
  | ts.IfStatement
  | ts.ImportDeclaration
  | ts.LabeledStatement
  | ts.ReturnStatement
  | ts.SwitchStatement
  | ts.ThrowStatement
  | ts.TryStatement
  | ts.VariableStatement
  | ts.WhileStatement;

/** One function for every kind, and it has to take the node of that kind. */
type Table<Nodes extends ts.Node, Result> = {
  readonly [Node in Nodes as Node["kind"]]: (node: Node, context: Context) => Result;
};

const { SyntaxKind } = ts;

export const expressionVisitors: Table<SupportedExpression, py.Expression> = {
  [SyntaxKind.ArrayLiteralExpression]: visitArray,
  [SyntaxKind.ArrowFunction]: visitArrow,
  [SyntaxKind.AsExpression]: visitAssertion,
  [SyntaxKind.AwaitExpression]: visitAwait,
  [SyntaxKind.BinaryExpression]: visitBinary,
  [SyntaxKind.CallExpression]: visitCall,
  [SyntaxKind.ClassExpression]: visitClassExpression,
  [SyntaxKind.ConditionalExpression]: visitConditional,
  [SyntaxKind.ElementAccessExpression]: visitElementAccess,
  [SyntaxKind.FalseKeyword]: visitFalse,
  [SyntaxKind.FunctionExpression]: visitFunctionExpression,
  [SyntaxKind.Identifier]: visitIdentifier,
  [SyntaxKind.MetaProperty]: visitMetaProperty,
  [SyntaxKind.NewExpression]: visitNew,
  [SyntaxKind.NonNullExpression]: visitInner,
  [SyntaxKind.NoSubstitutionTemplateLiteral]: visitString,
  [SyntaxKind.NullKeyword]: visitNull,
  [SyntaxKind.NumericLiteral]: visitNumber,
  [SyntaxKind.ObjectLiteralExpression]: visitObject,
  [SyntaxKind.ParenthesizedExpression]: visitInner,
  [SyntaxKind.PostfixUnaryExpression]: visitPostfix,
  [SyntaxKind.PrefixUnaryExpression]: visitPrefix,
  [SyntaxKind.PropertyAccessExpression]: visitPropertyAccess,
  [SyntaxKind.RegularExpressionLiteral]: (node, context) =>
    context.library.regularExpression(node, context),
  [SyntaxKind.SatisfiesExpression]: visitInner,
  [SyntaxKind.StringLiteral]: visitString,
  [SyntaxKind.TaggedTemplateExpression]: visitTaggedTemplate,
  [SyntaxKind.TemplateExpression]: visitTemplate,
  [SyntaxKind.ThisKeyword]: visitThis,
  [SyntaxKind.TrueKeyword]: visitTrue,
  [SyntaxKind.TypeAssertionExpression]: visitAssertion,
  [SyntaxKind.TypeOfExpression]: typeText,
  [SyntaxKind.VoidExpression]: visitVoid,
  [SyntaxKind.YieldExpression]: visitYield,
};

export const statementVisitors: Table<SupportedStatement, py.Statement[]> = {
  [SyntaxKind.Block]: visitBlock,
  [SyntaxKind.BreakStatement]: visitJump,
  [SyntaxKind.ClassDeclaration]: visitClass,
  [SyntaxKind.ContinueStatement]: visitJump,
  [SyntaxKind.DebuggerStatement]: visitEmpty,
  [SyntaxKind.DoStatement]: visitDo,
  [SyntaxKind.EmptyStatement]: visitEmpty,
  [SyntaxKind.EnumDeclaration]: visitEnum,
  [SyntaxKind.ExportAssignment]: visitExportAssignment,
  [SyntaxKind.ExportDeclaration]: visitExport,
  [SyntaxKind.ExpressionStatement]: visitExpressionStatement,
  [SyntaxKind.ForInStatement]: visitForIn,
  [SyntaxKind.ForOfStatement]: visitForOf,
  [SyntaxKind.ForStatement]: visitFor,
  [SyntaxKind.FunctionDeclaration]: visitFunctionDeclaration,
  [SyntaxKind.IfStatement]: visitIf,
  [SyntaxKind.ImportDeclaration]: visitImport,
  [SyntaxKind.LabeledStatement]: visitLabeled,
  [SyntaxKind.ReturnStatement]: visitReturn,
  [SyntaxKind.SwitchStatement]: visitSwitch,
  [SyntaxKind.ThrowStatement]: visitThrow,
  [SyntaxKind.TryStatement]: visitTry,
  [SyntaxKind.VariableStatement]: visitVariables,
  [SyntaxKind.WhileStatement]: visitWhile,
};
