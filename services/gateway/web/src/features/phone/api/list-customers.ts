/** The customers who are played, who wrote last first. */
import { get, type Schema } from "@/api/client";
import { of } from "@/api/keys";
import { useList } from "@/api/list";
import { useOwner } from "@/session/owner";

export type PlayedCustomer = Schema<"PlayedCustomer">;

export function useCustomers() {
  const { userId } = useOwner();
  return useList(of(userId, "phone"), (after, signal) =>
    get("/api/v1/owners/{userId}/phone/customers", { path: { userId }, query: { after }, signal }),
  );
}
