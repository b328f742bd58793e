import { lazy, Suspense } from "react";
import type { Example } from "../example.ts";
import { longName } from "../long-name.ts";
import { Filters } from "./filters.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

const PickField = lazy(() => import("./pick-field.tsx"));

const agencies = [
  { value: "1", text: "เทศบาลตำบลแม่ริม" },
  { value: "2", text: "กรมทางหลวง" },
  { value: "3", text: longName },
];

export const examples: Example[] = [
  {
    name: "filters with an error",
    render: () => (
      <Filters>
        <TextField id="example-words" name="q" label="คำค้น" hint="ชื่อโครงการหรือหน่วยงาน" />
        <TextField
          id="example-min"
          name="min"
          label="วงเงินต่ำสุด"
          error="“แสน” ไม่ใช่จำนวนเงิน"
          defaultValue="แสน"
        />
        <SelectField
          id="example-province"
          name="province"
          label="จังหวัด"
          options={[
            { value: "", text: "ทั้งหมด" },
            { value: "10", text: "กรุงเทพมหานคร" },
          ]}
        />
        <Suspense>
          <PickField id="example-agency" name="agency" label="หน่วยงาน" options={agencies} value="" />
        </Suspense>
      </Filters>
    ),
  },
];
