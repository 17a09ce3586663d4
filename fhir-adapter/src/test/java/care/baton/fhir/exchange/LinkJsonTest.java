package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.fhir.MappingIssue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkJsonTest {

    private static final LinkKey KEY = LinkKey.task("handoff-1", 1);
    private static final String NEW = LinkJson.write(Link.unknown(KEY));

    private static List<String> codes(String text) {
        return LinkJson.read(text).issues().stream()
                .map(issue -> issue.code().value() + " " + issue.path())
                .toList();
    }

    @Test
    void aNewLinkIsWrittenInAFixedOrder() {
        assertThat(NEW)
                .isEqualTo("{\"form\":1,\"type\":\"Task\",\"handoff\":\"handoff-1\",\"part\":\"offer-1\","
                        + "\"tried\":0,\"requests\":0,\"again\":0,\"beside\":0,\"failures\":0}");
    }

    @Test
    void aLinkThatWasStoredBeforeItWasNotedWhenItIsReadIsReadBack() {
        Link link = Link.unknown(KEY).at("t1", "1", "{}", Two.START);
        String noted = LinkJson.write(link);
        String before = noted.replace(",\"read\":\"2026-03-02T15:00:00Z\"", "");

        assertThat(before).isNotEqualTo(noted);
        Link stored = LinkJson.read(before).value().orElseThrow();
        assertThat(stored.version()).isEqualTo(link.version());
        assertThat(stored.read()).isEmpty();
        assertThat(stored.isOld(Two.START)).isTrue();
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsPlace() {
        assertThat(codes("{\"form\":1,\"type\":3,\"handoff\":\"h\",\"tried\":-1,\"requests\":1.5,\"again\":\"0\","
                        + "\"failures\":0,\"notBefore\":\"soon\",\"asked\":\"12\",\"later\":true}"))
                .containsExactly(
                        "field-unknown ",
                        "value-malformed type",
                        "field-missing part",
                        "value-malformed tried",
                        "value-malformed requests",
                        "value-malformed again",
                        "value-malformed asked",
                        "field-missing beside",
                        "value-malformed notBefore");
    }

    @Test
    void anotherFormIsNotGuessedAt() {
        assertThat(codes(NEW.replace("\"form\":1", "\"form\":2"))).containsExactly("form-unknown form");
        assertThat(codes("{}")).containsExactly("form-unknown form");
    }

    @Test
    void whatIsNoJsonIsTurnedAwayUnread() {
        assertThat(codes("")).containsExactly("not-json ");
        assertThat(codes("[]")).containsExactly("not-a-resource ");
        assertThat(codes(NEW + NEW)).containsExactly("not-json ");
        assertThat(codes(NEW.replace("\"tried\":0,", "\"tried\":0,\"tried\":0,")))
                .containsExactly("duplicate-key ");
    }

    @Test
    void numbersThatDoNotFitEachOtherAreMalformed() {
        assertThat(LinkJson.read(NEW.replace("\"tried\":0", "\"tried\":1")).issues())
                .containsExactly(MappingIssue.error("value-malformed", ""));
        assertThat(LinkJson.read(NEW.replace("\"tried\"", "\"version\":\"1\",\"tried\""))
                        .issues())
                .containsExactly(MappingIssue.error("value-malformed", ""));
    }

    @Test
    void anIdThatLeadsElsewhereIsNoId() {
        for (String id : List.of("..", ".", "a/b", "a b", "a%2fb", "x".repeat(65), "a\\u000d\\u000aX: y", "a\\\"b")) {
            assertThat(codes(NEW.replace("\"tried\"", "\"id\":\"" + id + "\",\"tried\"")))
                    .as(id)
                    .containsExactly("value-malformed ");
        }
    }

    @Test
    void aLinkPrintsNothingButItsType() {
        Link link = Link.unknown(KEY).at("t1", "1", "{\"secret\":1}", Two.START);

        assertThat(link.toString()).isEqualTo("Link");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> link.at("../t1", "1", "{}", Two.START))
                .withMessageNotContaining("t1");
        assertThat(link.at("t1", "2", "{}", Two.START).version()).isEqualTo(Optional.of("2"));
    }
}
