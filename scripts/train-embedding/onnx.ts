import { bytes, integer, message, text } from './protobuf.ts';
import type { QuantisedTable } from './quantise.ts';

const [IR_VERSION, OPSET] = [8, 13];

/** Field and type numbers of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto, message by message. */
const MODEL = { irVersion: 1, graph: 7, opsetImport: 8 } as const;
const OPSET_ID = { domain: 1, version: 2 } as const;
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 } as const;
const NODE = { input: 1, output: 2, opType: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, i: 3, type: 20, types: { int: 2 } } as const;
const TENSOR = {
  dims: 1,
  dataType: 2,
  name: 8,
  rawData: 9,
  dataTypes: { float: 1, int8: 3, int64: 7 },
} as const;
const VALUE_INFO = { name: 1, type: 2 } as const;
const TYPE = { tensorType: 1, elemType: 1, shape: 2 } as const;
const SHAPE = { dim: 1, value: 1, name: 2 } as const;

type ElementType = keyof typeof TENSOR.dataTypes;

/**
 * An ONNX file that looks token vectors up: `input_ids` → rows × scale → `last_hidden_state` [batch, tokens, columns].
 */
export function encodeOnnx({ rows, columns, values, scales }: QuantisedTable): Uint8Array {
  const graph = [
    node('Gather', ['rows', 'input_ids'], 'integers'),
    node('Cast', ['integers'], 'numbers', integerAttribute('to', TENSOR.dataTypes.float)),
    node('Gather', ['scales', 'input_ids'], 'factors'),
    node('Mul', ['numbers', 'factors'], 'last_hidden_state'),
    text(GRAPH.name, 'static-embedding'),
    message(GRAPH.initializer, ...tensor('rows', 'int8', [rows, columns], values)),
    message(GRAPH.initializer, ...tensor('scales', 'float', [rows, 1], scales)),
    message(GRAPH.input, ...valueInfo('input_ids', 'int64', ['batch', 'tokens'])),
    message(GRAPH.input, ...valueInfo('attention_mask', 'int64', ['batch', 'tokens'])),
    message(GRAPH.output, ...valueInfo('last_hidden_state', 'float', ['batch', 'tokens', columns])),
  ];
  return Buffer.concat([
    integer(MODEL.irVersion, IR_VERSION),
    message(MODEL.opsetImport, text(OPSET_ID.domain, ''), integer(OPSET_ID.version, OPSET)),
    message(MODEL.graph, ...graph),
  ]);
}

function node(operator: string, inputs: readonly string[], output: string, ...attributes: Uint8Array[]) {
  const names = inputs.map((name) => text(NODE.input, name));
  return message(GRAPH.node, ...names, text(NODE.output, output), text(NODE.opType, operator), ...attributes);
}

function integerAttribute(name: string, value: number) {
  const type = integer(ATTRIBUTE.type, ATTRIBUTE.types.int);
  return message(NODE.attribute, text(ATTRIBUTE.name, name), integer(ATTRIBUTE.i, value), type);
}

/** The numbers go in as they lie in memory: ONNX wants little endian, as x86 and ARM keep them. */
function tensor(name: string, type: ElementType, shape: readonly number[], data: Int8Array | Float32Array) {
  return [
    ...shape.map((size) => integer(TENSOR.dims, size)),
    integer(TENSOR.dataType, TENSOR.dataTypes[type]),
    text(TENSOR.name, name),
    bytes(TENSOR.rawData, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ];
}

/** An input or output of the graph; a size given by a name may be any. */
function valueInfo(name: string, type: ElementType, shape: readonly (string | number)[]) {
  const sizes = shape.map((size) =>
    message(SHAPE.dim, typeof size === 'string' ? text(SHAPE.name, size) : integer(SHAPE.value, size)),
  );
  const elements = integer(TYPE.elemType, TENSOR.dataTypes[type]);
  const tensorType = message(TYPE.tensorType, elements, message(TYPE.shape, ...sizes));
  return [text(VALUE_INFO.name, name), message(VALUE_INFO.type, tensorType)];
}
