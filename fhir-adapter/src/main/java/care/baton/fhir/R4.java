package care.baton.fhir;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * FHIR R4 as this library reads and writes it: one shared definition of the standard, JSON only, and
 * every fault as a value. Safe for use by many threads.
 */
public final class R4 {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final String UNREADABLE = "unreadable-by-parser";

    /** What stands in place of every other issue where HAPI cannot be used as the program was started. */
    public static final MappingIssue NO_PARSER = MappingIssue.error("parser-does-not-start", "");

    private R4() {}

    /**
     * The shared definition of FHIR R4, set up so that a reference to one version of a resource keeps
     * its version when it is written.
     *
     * @return the context; shared, so its options are not to be changed
     */
    public static FhirContext context() {
        return Shared.CONTEXT;
    }

    /**
     * Checks the shape of a resource against R4: known elements, one or many as R4 says, the right
     * kind of JSON value, nothing that changes the meaning of the rest.
     *
     * @param json the resource as received
     * @return what does not fit, in document order, of each code and severity the first fifty places; {@link
     *     #NO_PARSER} alone where HAPI cannot be used, such as from the module path: then nothing was checked
     */
    public static List<MappingIssue> shape(FhirJson json) {
        Objects.requireNonNull(json, "json");
        try {
            return ShapeCheck.of(json);
        } catch (LinkageError absent) {
            return List.of(NO_PARSER);
        } catch (RuntimeException | StackOverflowError | AssertionError anything) {
            return List.of(MappingIssue.error(UNREADABLE, ""));
        }
    }

    /**
     * Reads a resource into HAPI's classes. An element that R4 does not know, or in another shape, is named
     * first by the shape check. A value that its type does not allow, such as a status that is none, is left out by HAPI
     * without a word: what a Task says is read by {@code TaskReader}, which names that too.
     *
     * @param json the resource as received
     * @param type the class expected
     * @param <T> the class expected
     * @return the resource, or why it cannot be read; never an exception, a message or a cause
     */
    public static <T extends IBaseResource> Mapped<T> parse(FhirJson json, Class<T> type) {
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(type, "type");
        List<MappingIssue> issues = shape(json);
        String root = json.resourceType().filter(R4::isResource).orElse("");
        if (issues.stream().anyMatch(issue -> issue.severity() == MappingIssue.Severity.ERROR)) {
            return new Mapped.Unreadable<>(issues);
        }
        try {
            IParser parser = context().newJsonParser();
            parser.setParserErrorHandler(new SilentErrors());
            IBaseResource resource = parser.parseResource(json.text());
            return type.isInstance(resource)
                    ? Mapped.of(type.cast(resource), issues)
                    : new Mapped.Unreadable<>(List.of(MappingIssue.error("other-resource-type", root)));
        } catch (RuntimeException | StackOverflowError | AssertionError anything) {
            return new Mapped.Unreadable<>(List.of(MappingIssue.error(UNREADABLE, root)));
        }
    }

    /**
     * Writes a resource of ours as JSON.
     *
     * @param resource the resource
     * @return the document, or that it cannot be written
     */
    public static Mapped<FhirJson> write(IBaseResource resource) {
        Objects.requireNonNull(resource, "resource");
        try {
            return FhirJson.read(context().newJsonParser().encodeResourceToString(resource));
        } catch (LinkageError absent) {
            return new Mapped.Unreadable<>(List.of(NO_PARSER));
        } catch (RuntimeException | StackOverflowError | AssertionError anything) {
            return new Mapped.Unreadable<>(List.of(MappingIssue.error("unwritable-by-parser", "")));
        }
    }

    /**
     * Whether FHIR would have a text as an id or a version: nothing in it leads anywhere else on a server.
     *
     * @param text the text
     * @return true for up to 64 letters, digits, dots and hyphens that are not the address of a folder
     */
    public static boolean isId(String text) {
        Objects.requireNonNull(text, "text");
        return ID.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }

    /** Whether the name is that of an R4 resource. */
    static boolean isResource(String name) {
        return Shared.NAMES.contains(name);
    }

    /** The definition of a resource type. */
    static Optional<BaseRuntimeElementCompositeDefinition<?>> definition(String name) {
        return isResource(name) ? Optional.of(context().getResourceDefinition(name)) : Optional.empty();
    }

    private static final class Shared {

        private static final FhirContext CONTEXT = create();
        private static final Set<String> NAMES = CONTEXT.getResourceTypes();

        private static FhirContext create() {
            FhirContext context = FhirContext.forR4Cached();
            context.getParserOptions()
                    .setDontStripVersionsFromReferencesAtPaths(
                            "Provenance.target", "Provenance.agent.who", "Provenance.entity.what", "Task.focus");
            return context;
        }
    }
}
