import { Select } from "@/components/ui/field";
import type { GroundTexts } from "./view";

/** The choice on what ground a comment is turned down. */
export function Ground({ id, texts }: { id: string; texts: GroundTexts }) {
  return (
    <Select name={`ground:${id}`} label={texts.label} defaultValue="guidelines">
      <option value="guidelines">{texts.guidelines}</option>
      <option value="law">{texts.law}</option>
    </Select>
  );
}
