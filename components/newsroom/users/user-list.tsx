import type { FormState } from "@/lib/i18n/form-state";
import { UserLine } from "./user-line";
import styles from "./users.module.css";

/** A user as the list shows them. */
export interface ShownUser {
  id: string;
  name: string;
  email: string;
  role: string;
  state: "active" | "invited" | "deactivated";
  stateLabel: string;
  isOneself: boolean;
  hasSecondFactor: boolean;
}

export interface UserListTexts {
  list: string;
  you: string;
  roleOf: string;
  changeRole: string;
  deactivate: string;
  reactivate: string;
  resetSecond: string;
  secondOn: string;
  /** What the dialogs ask. */
  confirm: Record<"deactivate" | "resetSecond", { title: string; text: string }>;
  cancel: string;
}

interface UserListProps {
  users: ShownUser[];
  roles: { value: string; label: string }[];
  action: (before: FormState, form: FormData) => Promise<FormState>;
  texts: UserListTexts;
}

/** Who works here, each in a line with what an administrator can change of them. */
export function UserList({ users, roles, action, texts }: UserListProps) {
  return (
    <ul role="list" aria-label={texts.list} className={styles.list}>
      {users.map((user) => (
        <UserLine key={user.id} user={user} roles={roles} action={action} texts={texts} />
      ))}
    </ul>
  );
}
