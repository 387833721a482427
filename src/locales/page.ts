/** A page of explanation, in words but without layout: reporters print it. */

export interface Page {
  readonly title: string;
  /** Label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  /** Paragraphs; with `list`, items. */
  readonly texts: readonly string[];
  readonly list?: boolean;
}
