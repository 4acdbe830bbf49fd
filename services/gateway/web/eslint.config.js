import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Imports that these folders may not make, in one place: app → features → components, session, api. */
function walls(files, group, message) {
  return { files, rules: { "no-restricted-imports": ["error", { patterns: [{ group, message }] }] } };
}

export default tseslint.config(
  { ignores: ["dist", "src/api/schema.d.ts"] },
  tseslint.configs.strict,
  reactHooks.configs.flat["recommended-latest"],
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 90, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      // Text of customers and documents is never markup.
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Text is text: draw it as children." },
      ],
    },
  },
  walls(["src/{api,components,session}/**", "src/pages.ts"], ["**/features/**", "**/app/**"], "What is shared knows no feature and no page."),
  walls(["src/features/*/*"], ["**/features/**", "**/app/**", "../*"], "A feature imports nothing of another one; what two need goes to components, session or api."),
  walls(["src/features/*/*/**"], ["**/features/**", "**/app/**", "../../*"], "A feature imports nothing of another one; what two need goes to components, session or api."),
);
