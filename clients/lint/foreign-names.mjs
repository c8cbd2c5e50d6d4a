// What is keyed by a name that comes from outside is a Map: an object answers to `constructor` and `__proto__`, too, and
// lets itself be changed by them (ASVS V15.3.6).
import ts from 'typescript';

const { TypeFlags } = ts;
/** A key of these types may be any name. A literal, a number, and a union of those are names that the program chose. */
const ANY_NAME =
  TypeFlags.Any | TypeFlags.Unknown | TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping;

const noForeignNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      key: 'Any name may stand here, `__proto__` too: keep it in a Map, or read it by `own` of @tall/api/own.',
      in: 'Every object has `constructor` and more: ask Object.hasOwn.',
      copy: 'Object.assign sets what is called `__proto__`: spread it, or name what is taken.',
    },
  },
  create(context) {
    const { getTypeAtLocation } = context.sourceCode.parserServices;
    const isAnyName = (node) => {
      const type = getTypeAtLocation(node);
      return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & ANY_NAME) !== 0);
    };
    const isWritten = ({ type, properties }) =>
      type === 'ObjectExpression' && properties.every((one) => one.type === 'Property');
    return {
      'MemberExpression[computed=true]': ({ property }) => {
        if (isAnyName(property)) context.report({ node: property, messageId: 'key' });
      },
      'BinaryExpression[operator="in"]': ({ left }) => {
        if (left.type !== 'PrivateIdentifier' && isAnyName(left)) context.report({ node: left, messageId: 'in' });
      },
      'CallExpression[callee.object.name="Object"][callee.property.name="assign"]': (node) => {
        if (!node.arguments.slice(1).every(isWritten)) context.report({ node, messageId: 'copy' });
      },
    };
  },
};

export default { rules: { 'no-foreign-names': noForeignNames } };
