import { type Field, instant, type Key, type Kind } from "../../shared/search-values";
import type { FeatureFacts } from "../map-page-data";
import { valueText } from "./popup";

const isoDate = /^\d{4}-\d\d(-\d\d([T ]\d\d:\d\d.*)?)?$/;

/** What the features of a layer can be searched by: what they are called, and each of their properties. */
export function featureFields(features: FeatureFacts[]): Field[] {
  const labelOf = (row: number) => small(features[row]!.label);
  const label: Field = { name: "Feature", kind: "text", isSearched: true, text: labelOf, key: labelOf };
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const fields = names.map((name): Field => {
    const texts: string[] = [];
    const kind = kindOf(features.map(({ properties }) => properties[name]).filter((value) => value != null));
    return {
      name,
      kind,
      isSearched: true,
      text: (row) => (texts[row] ??= searchedText(features[row]!.properties[name])),
      key: (row) => keyOf(features[row]!.properties[name], kind),
    };
  });
  return [...fields, ...(names.some((name) => small(name) === "feature") ? [] : [label])];
}

function kindOf(values: unknown[]): Kind {
  const areAll = (test: (value: unknown) => boolean) => values.length > 0 && values.every(test);
  return areAll((value) => typeof value === "number") ? "number"
    : areAll((value) => typeof value === "string" && isoDate.test(value)) ? "date"
    : values.some((value) => typeof value === "number") ? "mixed"
    : "text";
}

function keyOf(value: unknown, kind: Kind): Key {
  if (value == null || typeof value === "number") {
    return value ?? null;
  }
  return kind === "date" ? instant(String(value)) : typeof value === "object" ? searchedText(value) : small(String(value));
}

/** What is shown, and all digits of what is shown rounded. */
function searchedText(value: unknown): string {
  return value == null ? "" : typeof value === "object" ? small(JSON.stringify(value)) : small([...new Set([valueText(value), String(value)])].join("\n"));
}

const small = (text: string): string => text.toLowerCase();
