// `npm run docs`: writes the pages that are made of data.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root";
import { diagnosticsPage, subsetPage } from "./pages";

const folder = join(packageRoot, "docs");
writeFileSync(join(folder, "diagnostics.md"), diagnosticsPage());
writeFileSync(join(folder, "subset.md"), subsetPage());
