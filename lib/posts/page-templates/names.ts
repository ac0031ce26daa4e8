/** The static pages that one can start from. */
export const TEMPLATES = ["imprint", "privacy", "accessibility", "contact"] as const;

export type TemplateName = (typeof TEMPLATES)[number];
