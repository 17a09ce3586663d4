package care.baton.examples.hospital;

import ca.uhn.fhir.batch2.jobs.parameters.UrlPartitioner;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HapiJpaConfig;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.partition.IRequestPartitionHelperSvc;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.extractor.ISearchParamExtractor;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.jpa.subscription.match.config.SubscriptionProcessorConfig;
import ca.uhn.fhir.jpa.subscription.match.deliver.email.IEmailSender;
import ca.uhn.fhir.jpa.subscription.submit.config.SubscriptionSubmitterConfig;
import jakarta.persistence.EntityManagerFactory;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.h2.Driver;
import org.hl7.fhir.dstu2.model.Subscription;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * What the hospital's FHIR store is made of: HAPI's JPA storage over an H2 file.
 *
 * <p>Partitions and full-text search are off.
 */
@Configuration
@Import({
    JpaR4Config.class,
    HapiJpaConfig.class,
    ThreadPoolFactoryConfig.class,
    JpaBatch2Config.class,
    SubscriptionChannelConfig.class,
    SubscriptionSubmitterConfig.class,
    SubscriptionProcessorConfig.class
})
public class HospitalConfiguration {

    /** Makes the configuration; Spring calls it. */
    public HospitalConfiguration() {}

    /**
     * The file that keeps the hospital's resources.
     *
     * @param url JDBC address of the H2 file
     * @return a pooled source of connections
     */
    @Bean(destroyMethod = "close")
    public DataSource dataSource(@Value("${hospital.jdbc}") String url) {
        BasicDataSource source = new BasicDataSource();
        source.setDriver(new Driver());
        source.setUrl(url);
        source.setUsername("sa");
        source.setPassword("");
        return source;
    }

    /**
     * The mapping of FHIR storage to tables; the schema is made at the first start and kept afterwards.
     *
     * @param beans the beans of this context
     * @param source where the tables are
     * @param context FHIR R4
     * @param storage how resources are stored
     * @return the factory of persistence sessions
     */
    @Bean
    public LocalContainerEntityManagerFactoryBean entityManagerFactory(
            ConfigurableListableBeanFactory beans, DataSource source, FhirContext context, JpaStorageSettings storage) {
        LocalContainerEntityManagerFactoryBean factory =
                HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, context, storage);
        factory.setPersistenceUnitName("hospital");
        factory.setDataSource(source);
        Properties properties = new Properties();
        properties.setProperty("hibernate.dialect", HapiFhirH2Dialect.class.getName());
        properties.setProperty("hibernate.hbm2ddl.auto", "update");
        properties.setProperty("hibernate.search.enabled", "false");
        properties.setProperty("hibernate.jdbc.batch_size", "20");
        properties.setProperty("hibernate.cache.use_query_cache", "false");
        properties.setProperty("hibernate.cache.use_second_level_cache", "false");
        factory.setJpaProperties(properties);
        return factory;
    }

    /**
     * Each write is one database transaction.
     *
     * @param factory the factory of persistence sessions
     * @return the transaction manager, under the name HAPI looks for
     */
    @Bean
    public JpaTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }

    /**
     * How resources are stored and searched.
     *
     * @return settings under which a read after a write always sees that write
     */
    @Bean
    public JpaStorageSettings storageSettings() {
        JpaStorageSettings settings = new JpaStorageSettings();
        settings.setReuseCachedSearchResultsForMillis(null);
        settings.setAllowExternalReferences(true);
        return settings;
    }

    /**
     * One hospital, one partition.
     *
     * @return settings with partitions off
     */
    @Bean
    public PartitionSettings partitionSettings() {
        return new PartitionSettings();
    }

    /**
     * Partners that ask for it are told by a request that something has changed; all of them can poll.
     *
     * @return settings with one kind of subscription allowed
     */
    @Bean
    public SubscriptionSettings subscriptionSettings() {
        SubscriptionSettings settings = new SubscriptionSettings();
        settings.addSupportedSubscriptionType(Subscription.SubscriptionChannelType.RESTHOOK);
        return settings;
    }

    /**
     * No mail is sent; HAPI asks for it even when no subscription may be told by mail.
     *
     * @return a sender that sends nothing
     */
    @Bean
    public IEmailSender emailSender() {
        return mail -> {};
    }

    /**
     * Splits the addresses of batch jobs; HAPI asks for it even when no job runs.
     *
     * @param match reads search addresses
     * @param partitions the partitions, of which there is one
     * @return the splitter
     */
    @Bean
    public UrlPartitioner urlPartitioner(MatchUrlService match, IRequestPartitionHelperSvc partitions) {
        return new UrlPartitioner(match, partitions);
    }

    /**
     * Finds the values that searches compare.
     *
     * @return the reader that takes the place of HAPI's own
     */
    @Bean
    public ISearchParamExtractor searchParamExtractor() {
        return new CurrentFhirPathExtractor();
    }
}
