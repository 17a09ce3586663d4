package care.baton.fhir.communication;

import care.baton.handoff.Content;
import care.baton.handoff.Ipass;
import care.baton.handoff.Sbar;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of the two forms of report, in their order, and back. */
final class Sections {

    private static final Code SBAR = Code.of("sbar");
    private static final Code IPASS = Code.of("i-pass");
    private static final Code SITUATION = Code.of("situation");
    private static final Code BACKGROUND = Code.of("background");
    private static final Code ASSESSMENT = Code.of("assessment");
    private static final Code RECOMMENDATION = Code.of("recommendation");
    private static final Code PARAMETERS = Code.of("parameters");
    private static final Code RED_FLAGS = Code.of("red-flags");
    private static final Code SEVERITY = Code.of("illness-severity");
    private static final Code SUMMARY = Code.of("patient-summary");
    private static final Code ACTION = Code.of("action");
    private static final Code CONTINGENCY = Code.of("contingency");

    private Sections() {}

    static Code form(Content content) {
        return content instanceof Sbar ? SBAR : IPASS;
    }

    static String title(Content content) {
        return content instanceof Sbar
                ? "Situation, background, assessment, recommendation"
                : "Illness severity, patient summary, actions, contingency";
    }

    static List<Section> of(Content content) {
        List<Section> sections = new ArrayList<>();
        if (content instanceof Sbar sbar) {
            add(sections, SITUATION, sbar.situation());
            add(sections, BACKGROUND, sbar.background());
            add(sections, ASSESSMENT, sbar.assessment());
            add(sections, RECOMMENDATION, sbar.recommendation());
            add(sections, PARAMETERS, sbar.parameters());
            add(sections, RED_FLAGS, sbar.redFlags());
        } else if (content instanceof Ipass ipass) {
            add(sections, SEVERITY, ipass.severity());
            add(sections, SUMMARY, ipass.summary());
            ipass.actions().forEach(action -> add(sections, ACTION, action));
            add(sections, CONTINGENCY, ipass.contingency());
        }
        return sections;
    }

    /** The report whose parts they are; empty when a part of that form is missing. */
    static Optional<Content> read(String form, List<Section> sections) {
        return form.equals(SBAR.value())
                ? sbar(sections)
                : form.equals(IPASS.value()) ? ipass(sections) : Optional.empty();
    }

    private static Optional<Content> sbar(List<Section> sections) {
        if (!has(sections, SITUATION, BACKGROUND, ASSESSMENT, RECOMMENDATION)) {
            return Optional.empty();
        }
        return Optional.of(new Sbar(
                first(sections, SITUATION),
                first(sections, BACKGROUND),
                first(sections, ASSESSMENT),
                first(sections, RECOMMENDATION),
                first(sections, PARAMETERS),
                first(sections, RED_FLAGS)));
    }

    private static Optional<Content> ipass(List<Section> sections) {
        return has(sections, SEVERITY, SUMMARY, ACTION, CONTINGENCY)
                ? Optional.of(new Ipass(
                        first(sections, SEVERITY),
                        first(sections, SUMMARY),
                        all(sections, ACTION),
                        first(sections, CONTINGENCY)))
                : Optional.empty();
    }

    private static boolean has(List<Section> sections, Code... names) {
        return List.of(names).stream().noneMatch(name -> all(sections, name).isEmpty());
    }

    private static Sensitive first(List<Section> sections, Code name) {
        return all(sections, name).stream().findFirst().orElse(Sensitive.none());
    }

    private static List<Sensitive> all(List<Section> sections, Code name) {
        return sections.stream()
                .filter(section -> section.is(name))
                .map(Section::text)
                .toList();
    }

    private static void add(List<Section> sections, Code name, Sensitive text) {
        text.text().ifPresent(words -> sections.add(new Section(name, text)));
    }
}
