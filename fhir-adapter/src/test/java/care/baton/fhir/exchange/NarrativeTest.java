package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Offers;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Input;
import care.baton.handoff.Priority;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Words stay words: nothing that we send has a narrative, and what somebody writes as active content comes back as text. */
@Promise(31)
@Execution(ExecutionMode.CONCURRENT)
class NarrativeTest extends TwoSites {

    private static final List<String> ACTIVE = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<iframe src=\"data:text/html,<script>alert(1)</script>\"></iframe>",
            "<body onload=alert(1)>",
            "<input autofocus onfocus=alert(1)>",
            "<details open ontoggle=alert(1)>",
            "<math><mtext></table></math><img src onerror=alert(1)>",
            "<style>@import 'http://other.example/x.css';</style>",
            "<link rel=stylesheet href=http://other.example/x.css>",
            "<meta http-equiv=refresh content='0;url=http://other.example'>",
            "<object data=http://other.example/x></object>",
            "<embed src=http://other.example/x>",
            "<form action=http://other.example><button>x</button></form>",
            "<base href=http://other.example/>",
            "<video><source onerror=alert(1)></video>",
            "<div style=\"background:url(javascript:alert(1))\">x</div>",
            "<template><script>alert(1)</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "\"><script>alert(1)</script>",
            "'-alert(1)-'",
            "</textarea><script>alert(1)</script>",
            "<!--><img src=x onerror=alert(1)>-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>&e;",
            "{{constructor.constructor('alert(1)')()}}",
            "${7*7}",
            "=cmd|' /C calc'!A0",
            "<xss id=x tabindex=1 onactivate=alert(1)></xss>");

    private static final List<UnaryOperator<String>> WRITTEN = List.of(
            text -> text,
            text -> text.toUpperCase(Locale.ROOT),
            text -> "Rose is better. " + text,
            text -> text + "\n" + text,
            text -> text.replace("<", "&lt;").replace(">", "&gt;"),
            text -> text.replace("<", "\u003c\u200b"),
            text -> text.replace("alert", "al\u0001ert"),
            text -> text.replace(" ", "\t"),
            text -> "\ufeff" + text,
            text -> text.replace("script", "scr<!-- -->ipt"));

    private static List<String> cases() {
        List<String> cases = new ArrayList<>();
        ACTIVE.forEach(one -> WRITTEN.forEach(way -> cases.add(way.apply(one))));
        return cases;
    }

    private static OfferHandoff offer(String words) {
        Ask ask = new Ask(
                Code.of("home-care"),
                Two.PERSON,
                Priority.ROUTINE,
                Sensitive.none(),
                Sensitive.of(words),
                List.of(new Input(Code.of("history"), Sensitive.of(words))),
                Optional.empty());
        return Offers.firm(Two.RECEIVER, ask);
    }

    private static List<String> texts(JsonNode node, List<String> into) {
        if (node.isTextual()) {
            into.add(node.textValue());
        }
        node.forEach(child -> texts(child, into));
        return into;
    }

    private static boolean hasNarrative(JsonNode node) {
        boolean here = node.path("text").isObject() || node.has("div");
        for (JsonNode child : node) {
            here |= hasNarrative(child);
        }
        return here;
    }

    @Test
    void whatAPersonWritesIsTextInWhateverWeSendAndComesBackAsItWas() {
        List<String> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(300);
        for (String words : cases) {
            NarrativeTest each = new NarrativeTest();
            each.with(PartnerProfiles.sdohClinicalCare());
            assertThat(each.sender.says(offer(words), each.now)).isEmpty();
            each.sender.settles(each.server, each.now);
            each.receiver.takes(each.server.page(), each.now);
            each.receiver.settles(each.server, each.now);
            each.answer(new Answer.RequestClarification(
                    List.of(new Question(Code.of("dose"), Sensitive.of(words), Sensitive.none()))));
            each.receiver.settles(each.server, each.now);

            for (String type : List.of("Task", "ServiceRequest", "CommunicationRequest", "Communication")) {
                for (Response.Found found : each.server.all(type)) {
                    JsonNode tree = found.json().tree();
                    assertThat(hasNarrative(tree)).as(type + " " + words).isFalse();
                    assertThat(FhirJson.read(found.json().text()).value()).contains(found.json());
                }
            }
            assertThat(texts(each.task(), new ArrayList<>())).as(words).contains(words);
            assertThat(each.receiver.offer().ask().description().text()).contains(words);
        }
    }

    /** A narrative of the partner's is neither read as words of anybody nor written by us again where it tells of before. */
    @Test
    void aPartnersNarrativeIsNobodysWords() {
        for (String words : ACTIVE) {
            NarrativeTest each = new NarrativeTest();
            each.offer();
            each.foreign(task -> narrative(task, words));
            Absorbed absorbed = null;
            each.receiver.absorbs(each.server.page(), each.now);
            for (Request request : each.receiver.plans(each.now)) {
                absorbed = each.receiver.absorbs(each.server.perform(request), each.now);
            }
            assertThat(absorbed).isNotNull();
            assertThat(absorbed.messages()).isEmpty();
            assertThat(absorbed.issues()).noneMatch(i -> i.toString().contains("alert"));
            each.answer(new Answer.Accept());
            each.receiver.settles(each.server, each.now);

            assertThat(each.status()).isEqualTo("accepted");
            assertThat(each.task().has("text")).as(words).isFalse();
            assertThat(each.receiver.record.toString()).doesNotContain("alert");
        }
    }

    private static void narrative(ObjectNode task, String words) {
        task.putObject("text").put("status", "generated").put("div", "<div>" + words + "</div>");
    }
}
