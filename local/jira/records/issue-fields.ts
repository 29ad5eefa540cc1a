import { adfOfText, type AdfDocument, adfSchema } from './adf';
import { JiraRefusal } from './jira-refusal';
import type { RequestField, RequestType } from './request-catalog';
import { adfOfWiki } from './wiki-markup';

/** Limits of Jira's fields, in characters. */
const SUMMARY_LENGTH = 255;
export const TEXT_LENGTH = 32_767;

export interface RequestContent {
  summary: string;
  description: AdfDocument | null;
  fieldValues: Record<string, unknown>;
}

/** How long texts are written: as wiki markup, as ADF, or as text that means nothing but itself. */
export type TextForm = 'wiki' | 'adf' | 'text';

/** What a request is made of, or the refusal that names each wrong field. */
export function requestContent(
  type: RequestType,
  values: Record<string, unknown>,
  form: TextForm,
): RequestContent {
  const problems: Record<string, string> = {};
  for (const id of Object.keys(values)) {
    if (!type.fields.some((field) => field.id === id)) problems[id] = 'cannot be set.';
  }
  for (const field of type.fields) {
    const problem = problemOf(field, values[field.id], form);
    if (problem !== null) problems[field.id] = problem;
  }
  if (Object.keys(problems).length > 0) {
    const details = Object.entries(problems).map(
      ([id, problem]) => `${type.fields.find((field) => field.id === id)?.name ?? id}: ${problem}`,
    );
    throw new JiraRefusal(
      400,
      `Your request could not be created. Please check the fields have been correctly filled in. ${details.join(' ')}`,
      problems,
    );
  }
  const { summary, description, ...rest } = values;
  const fieldValues = Object.fromEntries(Object.entries(rest).filter(([, value]) => !isEmpty(value)));
  return {
    summary: String(summary).trim(),
    description: isEmpty(description) ? null : documentOf(description, form),
    fieldValues,
  };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function documentOf(value: unknown, form: TextForm): AdfDocument {
  if (form === 'adf') return adfSchema.parse(value);
  return form === 'wiki' ? adfOfWiki(String(value)) : adfOfText(String(value));
}

function problemOf(field: RequestField, value: unknown, form: TextForm): string | null {
  if (isEmpty(value)) return field.required ? `${field.name} is required.` : null;
  switch (field.kind) {
    case 'text':
      return textProblem(value, SUMMARY_LENGTH) ?? lineProblem(value);
    case 'paragraph':
      if (form !== 'adf') return textProblem(value, TEXT_LENGTH);
      return adfSchema.safeParse(value).success ? null : 'must be a document in Atlassian Document Format.';
    case 'select':
      return field.options.some((option) => isOption(value, option))
        ? null
        : `Option '${shown(value)}' is not valid.`;
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : 'Enter the date as yyyy-MM-dd.';
  }
}

function textProblem(value: unknown, most: number): string | null {
  if (typeof value !== 'string') return 'Operation value must be a string';
  const limit = most.toLocaleString('en-US');
  return value.length <= most
    ? null
    : `The entered text is too long. It exceeds the allowed limit of ${limit} characters.`;
}

const lineProblem = (value: unknown): string | null =>
  /[\r\n]/.test(String(value).trim())
    ? 'The summary is invalid because it contains newline characters.'
    : null;

function isOption(value: unknown, option: { id: string; value: string }): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ('id' in value && value.id === option.id) || ('value' in value && value.value === option.value);
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
