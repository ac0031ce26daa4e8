import { startTransition, useCallback } from "react";
import { useRouter } from "next/navigation";

/** Makes the page anew: with what may have been missed, or with more where the others decided on most of it. */
export function useRefresh(): () => void {
  const router = useRouter();
  return useCallback(() => startTransition(() => router.refresh()), [router]);
}
