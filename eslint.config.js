import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/", "dist/", "node_modules/", ".venv/", "test-results/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
);
