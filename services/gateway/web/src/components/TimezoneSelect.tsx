import { Select, type SelectProps } from "@mantine/core";
import { useMemo } from "react";

const OPTIONS_MAX = 60;

interface Props extends Omit<SelectProps, "data" | "onChange" | "value"> {
  value?: string;
  onChange: (timezone: string) => void;
}

/** Which timezone the hours of a business are in, found by typing the name of a big city near it. */
export function TimezoneSelect({ value = "", onChange, ...select }: Props) {
  const zones = useMemo(() => [...new Set([value, "UTC", ...Intl.supportedValuesOf("timeZone")])].filter(Boolean), [value]);
  return (
    <Select
      label="Timezone"
      searchable
      limit={OPTIONS_MAX}
      nothingFoundMessage="There is no such timezone. Try a big city near you."
      {...select}
      data={zones}
      value={value}
      onChange={(zone) => onChange(zone ?? "")}
    />
  );
}
