import type en from "@/lib/i18n/en.json";

// Lets the compiler refuse a message key that does not exist.
declare module "use-intl" {
  interface AppConfig {
    Locale: "en" | "de";
    Messages: typeof en;
  }
}
