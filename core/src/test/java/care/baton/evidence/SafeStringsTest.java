package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.evidence.Ward.Noted;
import care.baton.evidence.Ward.Planned;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Promise(43)
class SafeStringsTest {

    private static final String CANARY = "canary-Jane-Doe";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void nothingThatALedgerHoldsIsPrinted() {
        Holder by = new Holder(OrganizationId.of(CANARY), Code.of("nurse"), Optional.of(PersonId.of(CANARY)));
        Noted noted = new Noted(
                Code.of("phone"),
                by,
                NOON,
                Sensitive.of(CANARY),
                Optional.of(Sensitive.of(CANARY)),
                1,
                true,
                List.of(PersonId.of(CANARY)));
        Ledger ledger = Ledger.empty(RecordId.of(CANARY))
                .append(
                        Act.of(CommandId.of(CANARY), by, Stamp.at(NOON)),
                        new Ward.TakeNote(Code.of("phone"), Sensitive.of(CANARY)),
                        Salt.of(CANARY.repeat(2).getBytes(StandardCharsets.UTF_8)),
                        List.of(noted))
                .orThrow()
                .state();
        Entry entry = ledger.entries().last();
        Wire text = new Wire.Text(CANARY);
        Wire.Field field = new Wire.Field(CANARY, text);
        List<Object> all = List.of(
                ledger,
                ledger.head(),
                ledger.entries(),
                ledger.verify(),
                entry,
                noted,
                entry.act(),
                entry.salt(),
                entry.command(),
                text,
                field,
                new Wire.Fields(List.of(field)),
                new Wire.Items(List.of(text)),
                new Wire.Words(Sensitive.of(CANARY)),
                new Wire.Whole(1),
                new Wire.Truth(true),
                new Unread(CANARY, CANARY, text));

        for (Object one : all) {
            assertThat(one.toString())
                    .doesNotContain(CANARY)
                    .doesNotContain(entry.chain().hex())
                    .doesNotContain(entry.salt().orElseThrow().hex());
        }
    }

    @Test
    void whatALaterReleaseWrotePrintsItsFormAndNothingElse() {
        Wire text = new Wire.Text(CANARY);
        Wire.Field field = new Wire.Field(CANARY, text);

        assertThat(text).hasToString("Text");
        assertThat(field).hasToString("Field");
        assertThat(new Wire.Whole(1)).hasToString("Whole");
        assertThat(new Wire.Truth(true)).hasToString("Truth");
        assertThat(new Wire.Items(List.of(text))).hasToString("Items");
        assertThat(new Wire.Fields(List.of(field))).hasToString("Fields");
        assertThat(new Unread(CANARY, CANARY, text)).hasToString("Unread");
    }

    @Test
    void noMessageHoldsTheTextThatWasWrong() {
        for (Component part : Described.of(Planned.class).components()) {
            Kind kind = part.kind();
            if (kind.shape() != Kind.Shape.TEXT) {
                assertThatThrownBy(() -> kind.parse(CANARY))
                        .as(part.name())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasNoCause()
                        .message()
                        .doesNotContain(CANARY);
            }
        }
        assertThatThrownBy(() ->
                        Described.of(Holder.class).components().get(0).kind().parse("a b"))
                .message()
                .doesNotContain("a b");
        assertThatThrownBy(() -> Salt.fromHex(CANARY)).message().doesNotContain(CANARY);
    }

    @Test
    void aValueThatIsNotTextHasNoText() {
        Kind number = Described.of(Planned.class).components().get(1).kind();
        Kind shift = Described.of(Planned.class).components().get(7).kind();
        Kind digest = Described.of(Planned.class).components().get(8).kind();

        assertThatThrownBy(() -> number.text(1L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shift.text("EARLY")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(number::element).isInstanceOf(IllegalStateException.class);
        assertThat(shift.constant("late-and-night")).contains(Ward.Shift.LATE_AND_NIGHT);
        assertThat(shift.constant("LATE_AND_NIGHT")).isEmpty();
        assertThat(digest.parse(Digest.of().hex())).isEqualTo(Digest.of());
    }
}
