import { ButtonLink } from "@/components/ui/button";
import { OneButton } from "./one-button";
import styles from "./receipt.module.css";

interface AskAgainProps {
  action: string;
  yes: string;
  /** The way back, and where it leads. */
  no: string;
  back: string;
}

/** The two ways on from a page that asks before something is gone for good. */
export function AskAgain({ action, yes, no, back }: AskAgainProps) {
  return (
    <div className={styles.acts}>
      <OneButton action={action} label={yes} tone="danger" />
      <ButtonLink tone="quiet" href={back}>
        {no}
      </ButtonLink>
    </div>
  );
}
