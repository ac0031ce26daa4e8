import { getRequestConfig } from "next-intl/server";
import { siteMessages } from "@/lib/i18n/site-messages";

/** next-intl's configuration. */
export default getRequestConfig(siteMessages);
