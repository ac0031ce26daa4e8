import type { Messages as OurMessages } from "@/lib/i18n/messages";

// Lets the compiler refuse a message key that does not exist. Which languages there are is known when the site runs.
declare module "use-intl" {
  interface AppConfig {
    Messages: OurMessages;
  }
}
