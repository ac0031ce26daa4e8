import { Select } from "@/components/ui/field";
import type { StatementGround } from "@/lib/db/generated/enums";
import type { GroundTexts } from "./view";

interface GroundProps {
  id: string;
  /** What is chosen at first. */
  chosen?: StatementGround;
  texts: GroundTexts;
}

/** The choice on what ground a comment is turned down. */
export function Ground({ id, chosen = "guidelines", texts }: GroundProps) {
  return (
    <Select name={`ground:${id}`} label={texts.label} defaultValue={chosen}>
      <option value="guidelines">{texts.guidelines}</option>
      <option value="law">{texts.law}</option>
    </Select>
  );
}
