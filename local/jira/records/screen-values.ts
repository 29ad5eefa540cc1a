import { z } from 'zod';
import { JiraRefusal } from './jira-refusal';
import type { Resolution, ScreenField, Transition } from './workflow';

/** What whoever takes a transition fills in, as `fields` or as `update` with the operation `set`. */
export interface TransitionInput {
  fields?: Record<string, unknown> | undefined;
  update?: Record<string, unknown> | undefined;
}

export interface ScreenValues {
  /** Null: the screen does not ask for it. */
  resolution: Resolution | null;
  fieldValues: Record<string, string>;
}

/** What was filled in on a transition's screen, or the refusal that names each wrong field. */
export function screenValues(
  { screen }: Pick<Transition, 'screen'>,
  { fields = {}, update = {} }: TransitionInput,
): ScreenValues {
  const given: Record<string, unknown> = { ...fields };
  const problems: Record<string, string> = {};
  for (const [id, operations] of Object.entries(update)) {
    if (id in fields) problems[id] = `Field '${id}' cannot be set both in 'fields' and in 'update'.`;
    given[id] = setIn(operations);
  }
  for (const id of Object.keys(given)) {
    if (!screen.some((field) => field.id === id))
      problems[id] = `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;
  }
  const values: ScreenValues = { resolution: null, fieldValues: {} };
  for (const field of screen) {
    const value = given[field.id];
    if (isBlank(value)) problems[field.id] ??= `${field.name} is required.`;
    else if (field.options.length === 0) {
      if (typeof value === 'string') values.fieldValues[field.id] = value;
      else problems[field.id] ??= 'Operation value must be a string';
    } else {
      const option = optionOf(field, value);
      if (option) values.resolution = option;
      else problems[field.id] ??= `The ${field.name.toLowerCase()} that was given is not valid.`;
    }
  }
  const [problem] = Object.values(problems);
  if (problem !== undefined) throw new JiraRefusal(400, problem, problems);
  return values;
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const operationsSchema = z.tuple([z.object({ set: z.unknown() })]);

const setIn = (operations: unknown): unknown => operationsSchema.safeParse(operations).data?.[0].set;

function optionOf({ options }: ScreenField, value: unknown): Resolution | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return options.find(
    ({ id, name }) => ('id' in value && value.id === id) || ('name' in value && value.name === name),
  );
}
