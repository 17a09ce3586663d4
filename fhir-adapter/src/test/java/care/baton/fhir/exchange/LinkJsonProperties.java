package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.Mapped;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LinkJsonProperties {

    @Property
    void aLinkReadBackIsTheSameLink(@ForAll long seed) {
        Link link = LinkArbitraries.link(seed);

        assertThat(LinkJson.read(LinkJson.write(link))).isEqualTo(new Mapped.Complete<>(link));
    }

    @Property
    void theSameLinkIsTheSameText(@ForAll long seed) {
        String text = LinkJson.write(LinkArbitraries.link(seed));

        assertThat(LinkJson.read(text).value().map(LinkJson::write)).hasValue(text);
        assertThat(text).doesNotContain("\n");
    }

    @Property
    void anyTextGivesALinkOrNamedIssuesThatQuoteNothing(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = LinkJson.write(LinkArbitraries.link(seed)).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(Math.min(bytes.length, 400))] = (byte) random.nextInt(128);
        }

        Mapped<Link> read = LinkJson.read(new String(bytes, StandardCharsets.UTF_8));

        assertThat(read.value().isPresent() || !read.issues().isEmpty()).isTrue();
        assertThat(read.toString()).doesNotContain("h-", "offer-");
    }
}
