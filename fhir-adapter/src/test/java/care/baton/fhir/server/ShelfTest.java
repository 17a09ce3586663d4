package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.RawDocument;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.Links;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.server.Reply.Stored;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remarked while one answer is taken in on the desk. */
class ShelfTest {

    private final Ward ward = new Ward();
    private final String id = ward.offers(Ward.CARE, "h1");

    @Test
    void aRemarkIsMadeOnceAndCountedWhenItComesAgain() {
        answered("accepted");
        answered("in-progress");
        Absorbed done = answered("completed");

        assertThat(done.issues())
                .extracting(issue -> issue.code().value())
                .contains("completed-without-output")
                .doesNotHaveDuplicates();
        assertThat(done.repeated()).isPositive();
    }

    @Test
    void aDeskOnWhichSomethingIsStillOwedSaysSo() {
        assertThat(laid(Shelf.MOST_ROUNDS).issues()).isEmpty();
        assertThat(laid(1).issues()).extracting(issue -> issue.code().value()).containsExactly("desk-not-settled");
    }

    private Absorbed laid(int rounds) {
        Exchange exchange = new Exchange(ward.desk(Ward.CARE).endpoint(), Ward.RULES);
        return new Shelf(exchange, ward.folder("h1").record(), Links.none(), ward.salt(), ward.now).settled(rounds);
    }

    private Absorbed answered(String status) {
        Folder folder = ward.folder("h1");
        Found task = ward.desk(Ward.CARE).shown(folder.links(), "Task", id).orElseThrow();
        String body = FhirJson.of(task.json().tree().put("status", status)).text();
        Edit edit = new Edit(id, Optional.of(task.version()), new RawDocument(body.getBytes(StandardCharsets.UTF_8)));
        Stored stored =
                (Stored) ward.desk(Ward.CARE).answer(folder.record(), folder.links(), edit, ward.salt(), ward.now);
        ward.store(folder, stored.after());
        return stored.after();
    }
}
