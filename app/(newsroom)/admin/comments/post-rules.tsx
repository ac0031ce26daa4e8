import { getTranslations } from "next-intl/server";
import { postRuleFields } from "@/components/newsroom/discussion/rule-fields";
import { ActionForm } from "@/components/newsroom/form/action-form";
import { Part } from "@/components/newsroom/page/page";
import { rulesOfPost } from "@/lib/comments/rules/newsroom";
import type { Actor } from "@/lib/users/policy";
import { changeShift } from "./shift-actions";

/** How one post is discussed otherwise than its category, or the site, says. */
export async function PostRules({ actor, post }: { actor: Actor; post: { id: string; title: string } }) {
  const [rules, t] = [await rulesOfPost(actor, post.id), await getTranslations("rules")];
  if (!rules) return null;
  return (
    <Part title={t("postTitle", { title: post.title })}>
      <ActionForm
        key={post.id}
        action={changeShift}
        hidden={{ act: "rules", id: post.id }}
        fields={postRuleFields(rules, t)}
        submit={t("store")}
      />
    </Part>
  );
}
