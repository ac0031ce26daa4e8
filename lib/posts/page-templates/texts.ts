import { german } from "@/lib/posts/page-templates/de";
import { english } from "@/lib/posts/page-templates/en";

/** Our texts of static pages, by the language that they are written in: they are posts' texts, not the interface's. */
export const TEMPLATE_TEXTS = { de: german, en: english };
