import { NumberInput, SegmentedControl, SimpleGrid, Stack, Switch, Text } from "@mantine/core";

import { Card } from "@/components/Card";
import { TimezoneSelect } from "@/components/TimezoneSelect";

import { MINUTES, NUMBERS } from "./check";
import type { ScheduleFields } from "./values";

/** How bookings are taken: by time or by number, how long each is, and in which timezone. */
export function BookingRules({ form }: { form: ScheduleFields }) {
  const { bookingType } = form.values;

  return (
    <Card title="Bookings">
      <Stack gap="lg">
        <Switch
          label="Take bookings"
          description="Off: the assistant answers questions and books nothing."
          {...form.getInputProps("enabled", { type: "checkbox" })}
        />
        <div>
          <Text size="sm" fw={500} mb={4} id="booking-type">
            Customers get
          </Text>
          <SegmentedControl
            aria-labelledby="booking-type"
            data={[
              { value: "slot", label: "A time" },
              { value: "token", label: "A number in a queue" },
            ]}
            {...form.getInputProps("bookingType")}
          />
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <NumberInput
            label={bookingType === "slot" ? "How long is one place?" : "How long does one take, about?"}
            suffix=" minutes"
            step={5}
            {...MINUTES}
            clampBehavior="none"
            allowDecimal={false}
            {...form.getInputProps("slotDuration")}
          />
          {bookingType === "token" && (
            <NumberInput
              label="How many numbers a day?"
              {...NUMBERS}
              clampBehavior="none"
              allowDecimal={false}
              {...form.getInputProps("maxTokensPerDay")}
            />
          )}
          <TimezoneSelect
            {...form.getInputProps("timezone")}
            onChange={(zone) => form.setFieldValue("timezone", zone)}
          />
        </SimpleGrid>
        {bookingType === "token" && (
          <Switch
            label="Give out again what was given back"
            description="A number that a customer cancels makes room for another, as long as the day has time for it."
            {...form.getInputProps("dynamicAllocation", { type: "checkbox" })}
          />
        )}
      </Stack>
    </Card>
  );
}
