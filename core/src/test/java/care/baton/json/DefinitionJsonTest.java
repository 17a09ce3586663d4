package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import care.baton.catalog.Catalog;
import care.baton.catalog.Referral;
import care.baton.handoff.Ask;
import care.baton.handoff.Handoff;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Practice;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.pathway.Pathway;
import care.baton.store.Cast;
import care.baton.time.SameDay;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A host keeps its definitions as JSON and edits them there. */
class DefinitionJsonTest {

    private static final String TEXT = Cast.resource("/golden/pathway.json");

    @Test
    void aPathwayWrittenByHandIsReadAndComesBackTheSame() {
        Pathway pathway = Cast.pathway(TEXT);

        assertThat(Cast.pathway(Json.write(pathway))).isEqualTo(pathway);
        assertThat(Cast.pathway(Json.write(pathway)).hash()).isEqualTo(pathway.hash());
    }

    @Test
    void theShippedPathwaysComeBackTheSame() {
        for (Pathway shipped : Catalog.all()) {
            assertThat(Cast.pathway(Json.write(shipped))).isEqualTo(shipped);
        }
    }

    @Test
    @Requirement({"INT-30", "INT-36"})
    void aDeadlineIsChangedInTheTextAndDecidesFromThenOn() {
        Pathway before = Cast.pathway(TEXT);
        Pathway after = Cast.pathway(edited("\"version\": 1", "\"version\": 2")
                .replace(
                        "\"respondWithin\": {\"type\": \"elapsed\", \"length\": \"PT24H\"}",
                        "\"respondWithin\": {\"type\": \"elapsed\", \"length\": \"PT6H\"}"));

        assertThat(answerDue(before)).isEqualTo(Cast.START.plus(Duration.ofHours(24)));
        assertThat(answerDue(after)).isEqualTo(Cast.START.plus(Duration.ofHours(6)));
        assertThat(after.hash()).isNotEqualTo(before.hash());
        assertThat(after.version()).isEqualTo(2);
    }

    @Test
    @Requirement("INT-30")
    void aTitleIsTranslatedWithoutMakingItAnotherDefinition() {
        Pathway translated = Cast.pathway(edited("\"After hospital\"", "\"Hastaneden sonra\""));

        assertThat(translated.hash()).isEqualTo(Cast.pathway(TEXT).hash());
    }

    @Test
    void everythingThatIsUnsoundIsToldWithItsPlaceAndReason() {
        String text = edited("\"owner\": \"intake\",", "\"owner\": \"porter\",")
                .replace("\"reviewer\": \"authorizer\"", "\"reviewer\": \"porter\"")
                .replace("{\"item\": \"discharge-date\", \"role\"", "{\"item\": \"birth-date\", \"role\"")
                .replace("\"version\": 1", "\"version\": 0")
                .replace("\"side\": \"funder\"}\n    ]", "\"side\": \"referrer\"}\n    ]")
                .replace("\"flags\": [\"fall-risk\"]}", "\"flags\": [\"fire-risk\"]}");

        assertThat(faults(text))
                .containsExactly(
                        Refusal.of(Reason.VALUE_MALFORMED, "definition/version"),
                        porter("definition/stages/0/reviewer/porter"),
                        unknown(
                                "definition/stages/0/gates/risk/risk-approval/flags/fire-risk",
                                "fall-risk",
                                "no-answer",
                                "no-agreement"),
                        porter("definition/stages/1/owner/porter"),
                        porter("definition/stages/1/reviewer/porter"),
                        Refusal.of(Reason.WRONG_SIDE, "definition/guide/authorization/side")
                                .instead(List.of(Code.of("funder"))),
                        unknown(
                                "definition/waivers/0/item/birth-date",
                                "discharge-date",
                                "outcome-note",
                                "visit-report",
                                "risk-approval"));
    }

    @Test
    void whoReviewsOnTheWrongSideIsToldWithWhoMay() {
        assertThat(faults(TEXT.replaceFirst("\"reviewer\": \"authorizer\"", "\"reviewer\": \"supervisor\"")))
                .containsExactly(Refusal.of(Reason.WRONG_SIDE, "definition/stages/0/reviewer")
                        .instead(List.of(Code.of("authorizer"))));
    }

    @Test
    void aValueThatARecordDoesNotTakeIsToldByItsField() {
        assertThat(faults(TEXT.replaceFirst("(?s)\"reasons\": \\[[^\\]]*\\]", "\"reasons\": []")))
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "definition/handoff/reasons"));
        assertThat(faults(TEXT.replaceFirst("\"least\": \"[^\"]*\"", "\"least\": \"-PT1H\"")))
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "definition/handoff/least"));
    }

    @Test
    void aMissingOrMisspeltFieldIsToldWithItsPlace() {
        assertThat(faults(edited("\"reviewer\": \"authorizer\",", "\"reviewed\": \"authorizer\",")))
                .containsExactlyInAnyOrder(
                        Refusal.of(Reason.FIELD_MISSING, "definition/stages/0/reviewer"),
                        Refusal.of(Reason.FIELD_UNKNOWN, "definition/stages/0/reviewed"));
        assertThat(faults(edited("\"length\": \"PT8H\"", "\"length\": \"8 hours\"")))
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "definition/handoff/clarifyWithin/length"));
        assertThat(faults(edited("\"type\": \"approval-need\"", "\"type\": \"blessing\"")))
                .containsExactly(kinds(
                        "definition/stages/0/gates/0/needs/0/type",
                        "field-need",
                        "approval-need",
                        "duty-need",
                        "stage-need"));
        assertThat(faults(edited("\"side\": \"person\"", "\"side\": \"neighbour\"")))
                .containsExactly(kinds(
                        "definition/roles/5/side",
                        "referrer",
                        "provider",
                        "funder",
                        "clinical",
                        "social",
                        "vendor",
                        "person"));
        assertThat(faults(edited("\"rounds\": 3,", "\"rounds\": 0,")))
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "definition/handoff/rounds"));
    }

    @Test
    void aFieldWithAHyphenOrThereTwiceIsNamedToo() {
        assertThat(faults(edited("\"title\":", "\"due-date\": null, \"title\":")))
                .contains(Refusal.of(Reason.FIELD_UNKNOWN, "definition/due-date"));
        assertThat(faults(edited("\"code\": \"usual\"", "\"code\": \"usual\", \"code\": \"other\"")))
                .containsExactly(Refusal.of(Reason.FIELD_REPEATED, "definition/ladders/0/code"));
        assertThat(faults(edited("\"title\":", "\"due date\": 1, \"title\":")))
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "definition"));
    }

    /** A field beside words about a person may have been named for them: its place alone is told. */
    @Test
    void whereWordsAboutAPersonCanStandAnUnknownFieldIsNotNamed() {
        String text = Json.write(Ask.of(Code.of("home-care"), Cast.CLIENT)).replaceFirst("\\{", "{\"fellTwice\":true,");

        assertThat(Json.readDefinition(Ask.class, text).refusals())
                .containsExactly(Refusal.of(Reason.FIELD_UNKNOWN, "definition"));
    }

    @Test
    void whereTheTextStopsBeingJsonIsToldByLineAndColumn() {
        assertThat(faults("{\"id\": \"a\",\n  \"version\": 1,,"))
                .containsExactly(malformed("definition/line/2/column/16"));
        assertThat(faults(TEXT + "{}"))
                .containsExactly(malformed("definition/line/" + (TEXT.lines().count() + 1) + "/column/1"));
        assertThat(faults("")).containsExactly(malformed("definition/line/1/column/1"));
        assertThat(Json.ofRecords().readEntry("{\"act\": nobody").refusals())
                .containsExactly(malformed("entry/line/1/column/15"));
    }

    @Test
    void aDefinitionOfManyNamesThatNobodyDeclaredIsRefusedBeforeAnybodyWaits() {
        String text = Json.write(Referral.handoff())
                .replaceFirst("\"flags\":\\[", "\"flags\":[" + names("zzzz-", 3_000))
                .replaceFirst("(.*)\"flags\":\\[", "$1\"flags\":[" + names("aaaa-", 3_000));

        List<Refusal> faults = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> faults(text));
        assertThat(faults).hasSize(100).allMatch(fault -> fault.code() == Reason.NAME_UNKNOWN);
        assertThat(faults.get(0).names()).hasSize(5);
    }

    @Test
    void aDefinitionIsNoBook() {
        assertThat(faults(" ".repeat(1 << 20) + TEXT)).containsExactly(Refusal.of(Reason.TOO_LARGE, "definition"));
        assertThat(faults(" ".repeat((1 << 20) - TEXT.length()) + TEXT)).isEmpty();
    }

    private static String names(String beginning, int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> "\"" + beginning + n + "-".repeat(40) + "\",")
                .collect(Collectors.joining());
    }

    private static Refusal malformed(String path) {
        return Refusal.of(Reason.JSON_MALFORMED, path);
    }

    private static Refusal kinds(String path, String... kinds) {
        return Refusal.of(Reason.FIELD_UNKNOWN_KIND, path).instead(codes(kinds));
    }

    private static Refusal porter(String path) {
        return unknown(path, "person", "authorizer", "intake", "supervisor", "case-manager");
    }

    private static Refusal unknown(String path, String... near) {
        return Refusal.of(Reason.NAME_UNKNOWN, path).instead(codes(near));
    }

    private static List<Code> codes(String... words) {
        return Stream.of(words).map(Code::of).toList();
    }

    private static List<Refusal> faults(String text) {
        return Json.readDefinition(Pathway.class, text).refusals();
    }

    private static String edited(String from, String to) {
        assertThat(TEXT).contains(from);
        return TEXT.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
    }

    private static Instant answerDue(Pathway pathway) {
        return Handoff.of(HandoffId.of("handoff-1"))
                .decide(
                        OfferHandoff.firm(Cast.INTAKE, Ask.of(Code.of("home-care"), Cast.CLIENT)),
                        Act.of(CommandId.of("command-1"), Cast.MANAGER, Stamp.at(Cast.START)),
                        Practice.of(
                                pathway.handoff(),
                                Route.reminder(new SameDay()),
                                Cast.rules().calendar()))
                .orThrow()
                .state()
                .nextDue()
                .orElseThrow();
    }
}
