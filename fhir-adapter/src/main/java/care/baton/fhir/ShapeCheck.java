package care.baton.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition.ChildTypeEnum;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks a resource beside R4's definitions and names whatever does not fit, of each kind the first fifty places. It
 * reads the raw JSON, because the parser behind it drops or mends such things without a word.
 */
final class ShapeCheck {

    private static final Set<String> NUMBERS = Set.of("integer", "decimal", "positiveInt", "unsignedInt");

    private static final Set<String> APART = Set.of("id", "extension", "modifierExtension", "fhir_comments");

    /** More places of one kind say nothing more of a document, and may take more room than it does. */
    private static final int MOST_OF_A_KIND = 50;

    private final List<MappingIssue> issues = new ArrayList<>();
    private final Map<MappingIssue, Integer> kinds = new HashMap<>();

    private ShapeCheck() {}

    static List<MappingIssue> of(FhirJson json) {
        ShapeCheck check = new ShapeCheck();
        check.resource(json.peek(), "");
        return List.copyOf(check.issues);
    }

    private void resource(JsonNode node, String path) {
        JsonNode type = node.get("resourceType");
        String name = type != null && type.isTextual() ? type.textValue() : "";
        R4.definition(name)
                .ifPresentOrElse(
                        definition -> composite((ObjectNode) node, definition, path.isEmpty() ? name : path, true),
                        () -> error("resource-type-unknown", path));
    }

    private void composite(
            ObjectNode node, BaseRuntimeElementCompositeDefinition<?> definition, String path, boolean resource) {
        if (node.isEmpty() || (resource && node.size() == 1)) {
            error("empty-element", path);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            if (!(resource && name.equals("resourceType"))) {
                member(name, field.getValue(), definition, path);
            }
        }
    }

    private void member(String name, JsonNode value, BaseRuntimeElementCompositeDefinition<?> parent, String path) {
        boolean beside = name.startsWith("_");
        String element = beside ? name.substring(1) : name;
        @Nullable BaseRuntimeChildDefinition child = APART.contains(element) ? null : childOf(parent, element);
        if (child == null) {
            apart(element, value, path, beside);
            return;
        }
        String at = path + "." + element;
        meaning(element, at);
        boolean many = child.getMax() < 0 || child.getMax() > 1;
        if (many != value.isArray()) {
            error(many ? "single-for-array" : "array-for-single", at);
        } else if (!many) {
            one(value, child.getChildByName(element), at, beside);
        } else if (value.isEmpty()) {
            add(new MappingIssue(MappingIssue.Severity.INFORMATION, Code.of("empty-element"), at));
        } else {
            for (int i = 0; i < value.size(); i++) {
                one(value.get(i), child.getChildByName(element), at + "[" + i + "]", beside);
            }
        }
    }

    private static @Nullable BaseRuntimeChildDefinition childOf(
            BaseRuntimeElementCompositeDefinition<?> parent, String element) {
        BaseRuntimeChildDefinition child = parent.getChildByName(element);
        return child != null && child.getChildByName(element) != null ? child : null;
    }

    /** Elements that every type has; the definitions keep them apart from the type's own. */
    private void apart(String element, JsonNode value, String path, boolean beside) {
        switch (element) {
            case "id" -> {
                if (beside ? !value.isObject() : !value.isTextual()) {
                    error("wrong-json-type", path + ".id");
                }
            }
            case "extension", "modifierExtension" -> {
                if (beside) {
                    warning("unknown-element", path);
                } else {
                    extensions(element, value, path);
                }
            }
            default -> warning("unknown-element", path);
        }
    }

    private void extensions(String element, JsonNode value, String path) {
        String at = path + "." + element;
        meaning(element, at);
        if (!value.isArray()) {
            error("single-for-array", at);
            return;
        }
        BaseRuntimeElementDefinition<?> extension =
                Objects.requireNonNull(R4.context().getElementDefinition("Extension"));
        for (int i = 0; i < value.size(); i++) {
            one(value.get(i), extension, at + "[" + i + "]", false);
        }
    }

    private void meaning(String element, String path) {
        if (element.equals("modifierExtension")) {
            error("modifier-extension-unknown", path);
        } else if (element.equals("implicitRules")) {
            error("implicit-rules-unknown", path);
        }
    }

    private void one(JsonNode value, BaseRuntimeElementDefinition<?> type, String path, boolean beside) {
        ChildTypeEnum kind = type.getChildType();
        boolean primitive = kind == ChildTypeEnum.PRIMITIVE_DATATYPE
                || kind == ChildTypeEnum.ID_DATATYPE
                || kind == ChildTypeEnum.PRIMITIVE_XHTML
                || kind == ChildTypeEnum.PRIMITIVE_XHTML_HL7ORG;
        if (beside) {
            besidePrimitive(value, primitive, path);
        } else if (primitive) {
            primitive(value, type.getName(), path);
        } else if (!value.isObject()) {
            error("wrong-json-type", path);
        } else if (type instanceof BaseRuntimeElementCompositeDefinition<?> composite
                && kind != ChildTypeEnum.CONTAINED_RESOURCES
                && kind != ChildTypeEnum.CONTAINED_RESOURCE_LIST
                && kind != ChildTypeEnum.RESOURCE) {
            composite((ObjectNode) value, composite, path, false);
        } else {
            resource(value, path);
        }
    }

    private void besidePrimitive(JsonNode value, boolean primitive, String path) {
        if (!primitive) {
            warning("unknown-element", path);
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                apart(field.getKey(), field.getValue(), path, false);
            }
        } else if (!value.isNull()) {
            error("wrong-json-type", path);
        }
    }

    private void primitive(JsonNode value, String type, String path) {
        boolean fits = type.equals("boolean")
                ? value.isBoolean()
                : NUMBERS.contains(type) ? value.isNumber() : value.isTextual();
        if (value.isNull() && path.endsWith("]")) {
            return;
        }
        if (!fits) {
            error("wrong-json-type", path);
        } else if (value.isTextual() && value.textValue().isBlank()) {
            error("empty-element", path);
        }
    }

    private void error(String code, String path) {
        add(MappingIssue.error(code, path));
    }

    private void warning(String code, String path) {
        add(MappingIssue.warning(code, path));
    }

    private void add(MappingIssue issue) {
        MappingIssue kind = new MappingIssue(issue.severity(), issue.code(), "");
        if (kinds.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
            issues.add(issue);
        }
    }
}
