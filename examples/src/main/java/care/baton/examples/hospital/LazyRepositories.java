package care.baton.examples.hospital;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Makes HAPI's table repositories when they are first used, which saves seconds at the start. */
final class LazyRepositories implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            String made = beans.getBeanDefinition(name).getBeanClassName();
            if (made != null && made.endsWith("RepositoryFactoryBean")) {
                beans.getBeanDefinition(name).setLazyInit(true);
            }
        }
    }
}
