package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.MappingIssue.Severity;
import care.baton.fhir.partner.Channels;
import care.baton.fhir.partner.Needed;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.QuestionChannel;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a server says that it can do, held against what the exchange asks of it with this partner's profile. Source:
 * FHIR R4 CapabilityStatement.
 */
final class Capabilities {

    private static final String ROOT = "CapabilityStatement";
    private static final Severity MUST = Severity.ERROR;
    private static final Severity SHOULD = Severity.WARNING;

    /** One thing asked of a server: of which resource, what is done with it, and whether anything goes without it. */
    private record Use(String type, String what, boolean search, Severity severity) {

        static Use of(String type, String interaction, Severity severity) {
            return new Use(type, interaction, false, severity);
        }

        static Use by(String type, String parameter, Severity severity) {
            return new Use(type, parameter, true, severity);
        }
    }

    private static final List<Use> ALWAYS = List.of(
            Use.of("Task", "read", MUST),
            Use.of("Task", "create", SHOULD),
            Use.of("Task", "update", MUST),
            Use.of("Task", "history-instance", SHOULD),
            Use.by("Task", "owner", MUST),
            Use.by("Task", "requester", MUST),
            Use.by("Task", "identifier", MUST),
            Use.by("Task", "_lastUpdated", SHOULD));

    private static final List<Use> APART = List.of(
            Use.of("CommunicationRequest", "create", MUST),
            Use.of("CommunicationRequest", "update", SHOULD),
            Use.by("CommunicationRequest", "identifier", SHOULD),
            Use.by("Communication", "based-on", MUST));

    private static final List<Use> ABOUT = List.of(
            Use.of("ServiceRequest", "read", SHOULD),
            Use.of("ServiceRequest", "create", SHOULD),
            Use.of("ServiceRequest", "update", SHOULD),
            Use.by("ServiceRequest", "identifier", SHOULD));

    private final JsonNode rest;
    private final String at;
    private final List<MappingIssue> issues = new ArrayList<>();

    private Capabilities(JsonNode rest, String at) {
        this.rest = rest;
        this.at = at;
    }

    static List<MappingIssue> contradicting(FhirJson statement, PartnerProfile profile) {
        List<MappingIssue> issues = new ArrayList<>();
        if (!statement.element("fhirVersion").asText("").matches("4\\.0(\\.\\d{1,3})?")) {
            issues.add(MappingIssue.error("other-release", ROOT + ".fhirVersion"));
        }
        boolean json = false;
        for (JsonNode format : statement.element("format")) {
            json |= format.asText("").toLowerCase(Locale.ROOT).contains("json");
        }
        if (!json) {
            issues.add(MappingIssue.error("json-not-stated", ROOT + ".format"));
        }
        JsonNode modes = statement.element("rest");
        for (int i = 0; i < modes.size(); i++) {
            if (modes.path(i).path("mode").asText("").equals("server")) {
                issues.addAll(new Capabilities(modes.path(i), ROOT + ".rest[" + i + "]").lacking(profile));
                return List.copyOf(issues);
            }
        }
        issues.add(MappingIssue.error("server-not-stated", ROOT + ".rest"));
        return List.copyOf(issues);
    }

    private List<MappingIssue> lacking(PartnerProfile profile) {
        ALWAYS.forEach(this::look);
        Channels channels = profile.channels();
        if (isApart(channels.clarification()) || isApart(channels.proposal())) {
            APART.forEach(this::look);
        }
        if (profile.parties().needed().contains(Needed.FOCUS)) {
            ABOUT.forEach(this::look);
        }
        if (profile.lifecycle().abortsByTask()) {
            look(Use.by("Task", "code", SHOULD));
        }
        if (channels.provenance()) {
            look(Use.of("Provenance", "create", SHOULD));
        }
        versions();
        return issues;
    }

    private static boolean isApart(QuestionChannel way) {
        return way == QuestionChannel.COMMUNICATION_REQUEST || way == QuestionChannel.RECEIVED_WITH_BUSINESS_STATUS;
    }

    /** A resource that is not served is told once, whatever was asked of it. */
    private void look(Use use) {
        int place = place(use.type());
        if (place < 0) {
            MappingIssue issue = issue(use.severity(), word(use.type()) + "-not-served", at + ".resource");
            issues.removeIf(told -> told.code().equals(issue.code()) && use.severity() == MUST);
            if (issues.stream().noneMatch(told -> told.code().equals(issue.code()))) {
                issues.add(issue);
            }
            return;
        }
        JsonNode resource = rest.path("resource").path(place);
        String path = at + ".resource[" + place + "]";
        if (!use.search() && !has(resource.path("interaction"), "code", use.what())) {
            issues.add(
                    issue(use.severity(), word(use.type()) + "-" + use.what() + "-not-stated", path + ".interaction"));
        } else if (use.search()
                && !has(resource.path("searchParam"), "name", use.what())
                && !has(rest.path("searchParam"), "name", use.what())) {
            String parameter = word(use.what().replace("_", ""));
            issues.add(issue(
                    use.severity(), word(use.type()) + "-by-" + parameter + "-not-stated", path + ".searchParam"));
        }
    }

    /** A server that keeps no versions cannot tell one writer that another was there first. */
    private void versions() {
        int place = place("Task");
        String stated = rest.path("resource").path(place).path("versioning").asText("");
        if (place >= 0 && !stated.equals("versioned-update")) {
            issues.add(issue(
                    stated.equals("no-version") ? MUST : SHOULD,
                    "versioned-update-not-stated",
                    at + ".resource[" + place + "].versioning"));
        }
        if (place >= 0
                && !rest.path("resource").path(place).path("conditionalCreate").asBoolean()) {
            issues.add(
                    issue(SHOULD, "conditional-create-not-stated", at + ".resource[" + place + "].conditionalCreate"));
        }
    }

    private int place(String type) {
        JsonNode resources = rest.path("resource");
        for (int i = 0; i < resources.size(); i++) {
            if (resources.path(i).path("type").asText("").equals(type)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean has(JsonNode list, String field, String value) {
        for (JsonNode one : list) {
            if (one.path(field).asText("").equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** A name of FHIR's as a word of a code: {@code ServiceRequest} as {@code service-request}. */
    private static String word(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static MappingIssue issue(Severity severity, String code, String path) {
        return new MappingIssue(severity, Code.of(code), path);
    }
}
