/** A document against its schema: of what ajv says, the one thing about each place that helps its writer. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Fault, Path } from './faults.ts';

type Check = (data: unknown) => readonly Fault[];

export function schemaCheck(schema: Readonly<Record<string, unknown>>): Check {
  const validate: ValidateFunction = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    allErrors: true,
    verbose: true,
  }).compile(schema);
  return (data) => (validate(data) ? [] : faultsOf(validate.errors ?? []));
}

/** JSON Pointer (RFC 6901); positions in lists become numbers. */
function pathOf({ instancePath }: ErrorObject): (string | number)[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** What a writer wants to hear first; `anyOf` only says that none of its branches fits. */
const ranks = [
  'additionalProperties',
  'enum',
  'const',
  'required',
  'pattern',
  'minItems',
  'maxLength',
  'minimum',
  'maximum',
  'type',
];

function rankOf({ keyword }: ErrorObject): number {
  const rank = ranks.indexOf(keyword);
  return rank < 0 ? ranks.length : rank;
}

/** Beneath an `anyOf`, the branch that goes deepest is the one that was meant. */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  let left = errors;
  for (const { instancePath, schemaPath } of errors.filter(({ keyword }) => keyword === 'anyOf')) {
    const within = (one: ErrorObject) =>
      one.schemaPath.startsWith(`${schemaPath}/`) && `${one.instancePath}/`.startsWith(`${instancePath}/`);
    const branches = left.filter((one) => one.keyword !== 'anyOf' && within(one));
    const deep = branches.filter((one) => one.instancePath !== instancePath || one.keyword === 'additionalProperties');
    const dropped = deep.length > 0 ? branches.filter((one) => !deep.includes(one)) : [];
    left = left.filter((one) => !dropped.includes(one));
  }
  return left.filter(({ keyword }) => keyword !== 'anyOf');
}

function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  const best = new Map<string, ErrorObject>();
  for (const error of withoutBranches(errors)) {
    // Each unknown name is a fault of its own.
    const extra = error.keyword === 'additionalProperties' ? `/${error.params.additionalProperty}` : '';
    const place = error.instancePath + extra;
    const known = best.get(place);
    if (known === undefined || rankOf(error) < rankOf(known)) best.set(place, error);
  }
  return [...best.values()].map(faultOf);
}

function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? '[…]' : '{…}';
}

function typeFault(path: Path, value: unknown, types: readonly string[]): Fault {
  const key = types.includes('object') ? 'not-a-map' : types.includes('array') ? 'not-a-list' : 'wrong-type';
  return { path, key, args: key === 'wrong-type' ? { value: shown(value), types: types.join(' ') } : {} };
}

function faultOf(error: ErrorObject): Fault {
  const { keyword, params, data, parentSchema } = error;
  const path = pathOf(error);
  switch (keyword) {
    case 'additionalProperties':
      return {
        path: [...path, String(params.additionalProperty)],
        key: 'unknown-name',
        args: { value: String(params.additionalProperty) },
        accepted: Object.keys((parentSchema?.properties ?? {}) as object),
        onName: true,
      };
    case 'enum':
      return { path, key: 'unknown-word', args: { value: shown(data) }, accepted: params.allowedValues.map(String) };
    case 'const':
      return { path, key: 'wrong-version', args: { value: shown(data), expected: String(params.allowedValue) } };
    case 'required':
      return { path, key: 'missing-name', args: { value: String(params.missingProperty) } };
    case 'minItems':
      return { path, key: 'empty', args: {} };
    case 'maxItems':
      return { path, key: 'too-many', args: { most: Number(params.limit) } };
    case 'maxLength':
      return { path, key: 'too-long', args: { most: Number(params.limit) } };
    case 'minimum':
    case 'maximum':
      return { path, key: 'too-small', args: { value: shown(data), limit: Number(params.limit) } };
    case 'type':
      return typeFault(path, data, [params.type].flat());
    default:
      return { path, key: 'unknown-word', args: { value: shown(data) } };
  }
}
