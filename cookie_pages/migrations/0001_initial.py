import cookie_pages.models.consent_mode
import cookie_pages.models.indexes
import cookie_pages.models.sites
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import django_countries.fields
import modelcluster.fields
import modelsearch.index
import swapper
import uuid
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


APP, MODEL = swapper.get_model_name('wagtailcore', 'Page').split('.')
BASE = f'{APP}.{MODEL.lower()}'


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        swapper.dependency('wagtailcore', 'Page'),
    ]

    operations = [
        migrations.CreateModel(
            name='CookieCharterPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=swapper.get_model_name('wagtailcore', 'Page'))),
                ('introduction', wagtail.fields.RichTextField(blank=True, verbose_name='introduction')),
                ('body', wagtail.fields.StreamField([('section', 2), ('text', 4), ('cookie_table', 16), ('callout', 19), ('preferences_button', 21), ('browser_settings', 23), ('recipients', 24), ('proof', 24), ('contact', 30), ('updated', 32)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'help_text': 'An address in angle brackets becomes a link: &lt;https://www.example.org&gt;', 'label': 'Heading'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'h3', 'h4', 'ol', 'ul'], 'label': 'Text', 'required': False}), 2: ('wagtail.blocks.StructBlock', [[('heading', 0), ('text', 1)]], {}), 3: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'h3', 'h4', 'ol', 'ul', 'h2'], 'label': 'Text'}), 4: ('wagtail.blocks.StructBlock', [[('text', 3)]], {}), 5: ('wagtail.blocks.CharBlock', (), {'help_text': 'Title of the table. Without it, the name of the purpose.', 'label': 'Caption', 'required': False}), 6: ('wagtail.snippets.blocks.SnippetChooserBlock', ('cookie_pages.Purpose',), {'label': 'Purpose'}), 7: ('wagtail.blocks.ListBlock', (6,), {'default': [], 'help_text': 'One table for each. Without any, every purpose of the cookies of this page.', 'label': 'Purposes'}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'Provider', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'label': 'Service and location', 'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'label': 'Name of the cookie', 'required': False}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Purpose', 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('provider', 8), ('service', 9), ('name', 10), ('finality', 11)]], {}), 13: ('wagtail.blocks.BooleanBlock', (), {'default': True, 'label': 'Show how long each cookie is kept', 'required': False}), 14: ('wagtail.blocks.BooleanBlock', (), {'default': False, 'label': 'Show who sets each cookie', 'required': False}), 15: ('wagtail.blocks.BooleanBlock', (), {'default': False, 'label': 'Show whether consent is needed', 'required': False}), 16: ('wagtail.blocks.StructBlock', [[('caption', 5), ('purposes', 7), ('columns', 12), ('show_retention', 13), ('show_party', 14), ('show_consent', 15)]], {}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'required': False}), 18: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 19: ('wagtail.blocks.StructBlock', [[('heading', 17), ('text', 18)]], {}), 20: ('wagtail.blocks.CharBlock', (), {'label': 'Label', 'required': False}), 21: ('wagtail.blocks.StructBlock', [[('label', 20)]], {}), 22: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'h3', 'h4', 'ol', 'ul'], 'help_text': 'If left empty, a standard text.', 'label': 'Text', 'required': False}), 23: ('wagtail.blocks.StructBlock', [[('heading', 17), ('text', 22)]], {}), 24: ('wagtail.blocks.StructBlock', [[('heading', 17)]], {}), 25: ('wagtail.blocks.CharBlock', (), {'help_text': 'If left empty, that of the cookie settings, with its address.', 'label': 'Controller', 'required': False}), 26: ('wagtail.blocks.EmailBlock', (), {'label': 'E-mail of the data-protection officer', 'required': False}), 27: ('wagtail.blocks.URLBlock', (), {'label': 'Contact page of the data-protection officer', 'required': False}), 28: ('wagtail.blocks.TextBlock', (), {'label': 'Postal address', 'required': False, 'rows': 2}), 29: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'help_text': 'If left empty, a standard text about access, erasure and CNIL.', 'label': 'Rights', 'required': False}), 30: ('wagtail.blocks.StructBlock', [[('controller', 25), ('officer_email', 26), ('officer_url', 27), ('address', 28), ('rights', 29), ('heading', 17)]], {}), 31: ('wagtail.blocks.CharBlock', (), {'help_text': 'If left empty: Last updated on', 'label': 'Label', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('label', 31)]], {})}, verbose_name='body')),
            ],
            options={
                'verbose_name': 'cookie charter',
                'verbose_name_plural': 'cookie charters',
            },
            bases=(BASE, models.Model),
        ),
        migrations.CreateModel(
            name='ConsentBanner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('heading', models.CharField(max_length=120, verbose_name='heading')),
                ('text', wagtail.fields.RichTextField(blank=True, help_text="Takes the place of the first sentence: that the site stores and reads trackers with the visitor's consent. Below it the banner itself says the purposes, who answers for them, third parties, what refusing changes, how long the answer is kept and how to withdraw it.", verbose_name='text')),
                ('short', models.BooleanField(default=False, help_text='Says the same in fewer words, where the banner must stay small.', verbose_name='short form')),
                ('accept_label', models.CharField(blank=True, help_text='If left empty: Accept all', max_length=60, verbose_name='label to accept everything')),
                ('refuse_label', models.CharField(blank=True, help_text='If left empty: Reject all', max_length=60, verbose_name='label to refuse everything')),
                ('customise_label', models.CharField(blank=True, help_text='If left empty: Customise', max_length=60, verbose_name='label to choose by purpose')),
                ('preferences_label', models.CharField(blank=True, help_text='If left empty: Cookie settings', max_length=60, verbose_name='label to reopen the choice')),
                ('panel_heading', models.CharField(blank=True, help_text='If left empty: Cookie settings panel', max_length=60, verbose_name='heading of the panel')),
                ('save_label', models.CharField(blank=True, help_text='If left empty: Save my choices', max_length=60, verbose_name='label to save the choices')),
                ('allow_label', models.CharField(blank=True, help_text='If left empty: Allow', max_length=60, verbose_name='label to allow an embed')),
                ('information_text', wagtail.fields.RichTextField(blank=True, help_text='Shown instead of the text above while every purpose is exempt.', verbose_name='text when nothing needs consent')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'banner',
                'verbose_name_plural': 'banners',
                'ordering': ['heading', 'pk'],
                'abstract': False,
                'unique_together': {('translation_key', 'locale')},
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='ConsentDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('site_key', models.PositiveIntegerField(verbose_name='key of the site')),
                ('day', models.DateField(verbose_name='day')),
                ('language', models.CharField(max_length=35, verbose_name='language')),
                ('method', models.CharField(choices=[('banner', 'banner'), ('preferences', 'preferences page or panel'), ('placeholder', 'placeholder of an embed'), ('withdrawal', 'withdrawal'), ('information', 'information put away')], max_length=11, verbose_name='method')),
                ('records', models.PositiveIntegerField(verbose_name='consent records')),
                ('kept', models.PositiveIntegerField(help_text='How many of them are not deleted yet.', verbose_name='records kept')),
                ('answer_counts', models.JSONField(help_text='By purpose: how many accepted, how many refused.', verbose_name='answers')),
            ],
            options={
                'verbose_name': 'counted day',
                'verbose_name_plural': 'counted days',
                'ordering': ['day', 'pk'],
                'default_permissions': [],
                'constraints': [models.UniqueConstraint(fields=('day', 'site_key', 'language', 'method'), name='cookie_pages_day_once')],
            },
        ),
        migrations.CreateModel(
            name='ConsentFlood',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('site_key', models.PositiveIntegerField(verbose_name='key of the site')),
                ('day', models.DateField(verbose_name='day')),
                ('busiest', models.PositiveIntegerField(default=0, help_text='At least: by the hundred, as one process saw it.', verbose_name='most from one address')),
                ('rejected', models.PositiveIntegerField(default=0, help_text='At least: by the hundred.', verbose_name='rejected choices')),
            ],
            options={
                'verbose_name': 'many choices from one address',
                'verbose_name_plural': 'many choices from one address',
                'ordering': ['day', 'pk'],
                'default_permissions': [],
                'constraints': [models.UniqueConstraint(fields=('day', 'site_key'), name='cookie_pages_flood_once')],
            },
        ),
        migrations.CreateModel(
            name='ConsentNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('site_key', models.PositiveIntegerField(help_text='It outlives the site itself.', verbose_name='key of the site')),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('terms', models.PositiveIntegerField(verbose_name='terms')),
                ('published_at', models.DateTimeField(verbose_name='published at')),
                ('author', models.CharField(blank=True, max_length=255, verbose_name='author')),
                ('content', models.TextField(help_text='Canonical JSON.', verbose_name='content')),
                ('previous_digest', models.CharField(blank=True, max_length=64, verbose_name='digest of the one before')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='digest')),
                ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='consent_notices', to='wagtailcore.site', verbose_name='site')),
            ],
            options={
                'verbose_name': 'published notice',
                'verbose_name_plural': 'published notices',
                'ordering': ['site_key', '-number'],
                'default_permissions': ['view'],
            },
        ),
        migrations.CreateModel(
            name='ConsentRecord',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False, verbose_name='record')),
                ('site_key', models.PositiveIntegerField(help_text="The notice's own, so that records can be counted alone.", verbose_name='key of the site')),
                ('choices', models.JSONField(verbose_name='choices')),
                ('method', models.CharField(choices=[('banner', 'banner'), ('preferences', 'preferences page or panel'), ('placeholder', 'placeholder of an embed'), ('withdrawal', 'withdrawal'), ('information', 'information put away')], max_length=11, verbose_name='method')),
                ('language', models.CharField(max_length=35, verbose_name='language')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, help_text='When it arrived, rounded down to the hour.', verbose_name='date')),
                ('chosen_at', models.DateTimeField(default=django.utils.timezone.now, help_text="By the server's clock: a lost choice arrives later.", verbose_name='chosen')),
                ('notice', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cookie_pages.consentnotice', verbose_name='published notice')),
            ],
            options={
                'verbose_name': 'consent record',
                'verbose_name_plural': 'consent records',
                'ordering': ['-created_at'],
                'default_permissions': ['view'],
            },
        ),
        migrations.CreateModel(
            name='Cookie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('retention_kind', models.CharField(choices=[('session', 'until the browser is closed'), ('duration', 'for a set time'), ('until_deleted', 'until it is deleted')], default='session', max_length=13, verbose_name='kept')),
                ('retention_value', models.PositiveIntegerField(blank=True, null=True, verbose_name='number')),
                ('retention_unit', models.CharField(blank=True, choices=[('minute', 'minutes'), ('hour', 'hours'), ('day', 'days'), ('week', 'weeks'), ('month', 'months'), ('year', 'years')], max_length=6, verbose_name='unit')),
                ('exemption_class', models.PositiveSmallIntegerField(blank=True, choices=[(1, '1. Keeps the choice made about trackers'), (2, '2. Authentication, and its security'), (3, '3. Basket or billing'), (4, '4. Interface personalisation that the service is expected to have'), (5, '5. Load balancing'), (6, '6. Free samples of a paid service'), (7, "7. Audience measurement within CNIL's limits")], null=True, verbose_name='exempt class')),
                ('exemption_reason', models.TextField(blank=True, help_text="Why the service that the visitor asked for can't do without it.", max_length=600, verbose_name='reason of the exemption')),
                ('sites', cookie_pages.models.sites.SitesField(blank=True, default=list, help_text='Without any, on every site.', verbose_name='only on these sites')),
                ('name', models.CharField(help_text='As the browser shows it. * stands for any characters, as in _pk_id.*', max_length=120, verbose_name='name')),
                ('storage_type', models.CharField(choices=[('cookie', 'cookie'), ('localStorage', 'local storage'), ('sessionStorage', 'session storage'), ('IndexedDB', 'IndexedDB database'), ('pixel', 'pixel'), ('script', 'script'), ('iframe', 'frame'), ('fingerprint', 'device fingerprint')], default='cookie', max_length=16, verbose_name='kind of tracker')),
                ('party', models.CharField(choices=[('first', 'this site'), ('third', 'a third party')], default='first', max_length=8, verbose_name='set by')),
                ('host', models.CharField(blank=True, help_text="Only if it isn't this site's own.", max_length=253, verbose_name='domain')),
                ('service', models.CharField(help_text='For example “Language switch (front and back office)”.', max_length=200, verbose_name='service and location')),
                ('finality', models.TextField(help_text="Shown in the charter's table.", max_length=400, verbose_name='purpose in one sentence')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'cookie or tracker',
                'verbose_name_plural': 'cookies and trackers',
                'ordering': ['name', 'pk'],
                'abstract': False,
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='CharterCookie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('cookie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cookie_pages.cookie', verbose_name='cookie or tracker')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='charter_rows', to='cookie_pages.cookiecharterpage')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Provider',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('sites', cookie_pages.models.sites.SitesField(blank=True, default=list, help_text='Without any, on every site.', verbose_name='only on these sites')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('legal_name', models.CharField(blank=True, help_text='For example “Google Ireland Ltd”.', max_length=200, verbose_name='legal entity')),
                ('role', models.CharField(choices=[('controller', 'controller'), ('joint', 'joint controller'), ('processor', 'processor'), ('self', 'this site’s own publisher')], default='processor', max_length=12, verbose_name='role')),
                ('policy_url', models.URLField(blank=True, verbose_name='address of the privacy policy')),
                ('country', django_countries.fields.CountryField(blank=True, max_length=2, verbose_name='country')),
                ('transfer_country', django_countries.fields.CountryField(blank=True, help_text='Where it sends data on to, if that is another country.', max_length=2, verbose_name='country of the transfer')),
                ('safeguard', models.CharField(blank=True, help_text='Outside the European Economic Area: adequacy decision, standard contractual clauses… (GDPR, articles 13 and 44 to 49).', max_length=255, verbose_name='safeguard of the transfer')),
                ('embed_hosts', models.TextField(blank=True, help_text='One host a line, such as www.youtube-nocookie.com. A video or a map from these hosts (and from their subdomains) stays shut until the purpose below is accepted.', verbose_name='hosts of its embeds')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'provider',
                'verbose_name_plural': 'providers',
                'ordering': ['name', 'pk'],
                'abstract': False,
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name='cookie',
            name='provider',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cookies', to='cookie_pages.provider', verbose_name='provider'),
        ),
        migrations.CreateModel(
            name='PublishingFailure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField(auto_now_add=True, verbose_name='since')),
                ('error', models.TextField(verbose_name='error')),
                ('site', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='cookie_publishing_failure', to='wagtailcore.site', verbose_name='site')),
            ],
            options={
                'verbose_name': 'publication that failed',
                'verbose_name_plural': 'publications that failed',
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='Purpose',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('sites', cookie_pages.models.sites.SitesField(blank=True, default=list, help_text='Without any, on every site.', verbose_name='only on these sites')),
                ('measures_audience', models.BooleanField(default=False, help_text='It runs without consent, and visitors can refuse it at any time.', verbose_name='exempt audience measurement')),
                ('audience_only', models.BooleanField(default=False, verbose_name='it serves audience measurement alone')),
                ('audience_own', models.BooleanField(default=False, verbose_name='it works for the publisher of this site alone')),
                ('audience_anonymous', models.BooleanField(default=False, verbose_name='it makes anonymous statistics only')),
                ('audience_single_site', models.BooleanField(default=False, verbose_name='its identifiers follow nobody from one site or application to another')),
                ('audience_not_crossed', models.BooleanField(default=False, verbose_name='its data is not matched with other data')),
                ('audience_not_given', models.BooleanField(default=False, verbose_name='no third party receives its data or uses it for itself')),
                ('audience_data_months', models.PositiveSmallIntegerField(blank=True, help_text='25 at most.', null=True, verbose_name='months that its data is kept')),
                ('audience_reason', models.TextField(blank=True, help_text='How each condition is met: tool, settings, contract.', max_length=600, verbose_name='justification')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('slug', models.CharField(blank=True, help_text='Short, stable name used by templates and by the choice cookie: lower-case letters, digits and hyphens. Made from the name if you leave it empty. Changing it asks every visitor again.', max_length=40, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(-[a-z0-9]+)*\\Z', 'Use lower-case letters, digits and single hyphens, such as “statistics”.')], verbose_name='slug')),
                ('description', models.TextField(help_text='Shown before the choice. Say what is done and for what, for example “Count visits page by page, to know which pages help”, not “improve your experience”.', max_length=600, verbose_name='description')),
                ('personal_data', models.CharField(blank=True, help_text='The kinds of data that are read, kept or sent, separated by commas, such as “IP address, pages viewed”. Shown below the description, and kept with the proof.', max_length=300, verbose_name='personal data')),
                ('needs_consent', models.BooleanField(default=True, help_text="Leave ticked unless each cookie of this purpose belongs to one of CNIL's seven exempt classes.", verbose_name='needs consent')),
                ('refused_by_browser', models.BooleanField(default=False, help_text='A browser that sends Global Privacy Control refuses this purpose, until the visitor chooses otherwise here. It never accepts anything.', verbose_name="refused by the browser's signal")),
                ('google_consent_types', cookie_pages.models.consent_mode.ConsentTypesField(blank=True, default=list, verbose_name='Google Consent Mode signals')),
                ('sort_order', models.PositiveSmallIntegerField(default=0, help_text='Purposes are shown from the lowest number up.', verbose_name='order')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'purpose',
                'verbose_name_plural': 'purposes',
                'ordering': ['sort_order', 'name', 'pk'],
                'abstract': False,
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name='provider',
            name='embed_purpose',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='embed_providers', to='cookie_pages.purpose', verbose_name='purpose of its embeds'),
        ),
        migrations.CreateModel(
            name='CookieSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('privacy_address', models.URLField(blank=True, help_text="Only if it isn't a page of this site.", verbose_name='address of the privacy policy')),
                ('informs', models.BooleanField(default=True, help_text='It then says what the site uses and links to the charter, and asks for nothing.', verbose_name='show the banner when nothing needs consent')),
                ('for_minors', models.BooleanField(default=False, help_text='The banner then says that below the age of 15 consent is given together with a parent (article 45 of the French data-protection act).', verbose_name='children use this site')),
                ('controller', models.CharField(blank=True, help_text="Who decides about the cookies of this site. If left empty, the site's name.", max_length=200, verbose_name='controller')),
                ('controller_address', models.TextField(blank=True, max_length=400, verbose_name='postal address')),
                ('controller_contact', models.CharField(blank=True, help_text='E-mail or address of a page.', max_length=255, verbose_name='contact of the data-protection officer')),
                ('banner', models.ForeignKey(blank=True, help_text='If left empty, the default site shows the oldest published banner, and another site none.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='cookie_pages.consentbanner', verbose_name='banner')),
                ('charter', models.ForeignKey(blank=True, help_text='If left empty, the first published charter of the site.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=swapper.get_model_name('wagtailcore', 'Page'), verbose_name='charter')),
                ('privacy_page', models.ForeignKey(blank=True, help_text='The banner and the charter link to it.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=swapper.get_model_name('wagtailcore', 'Page'), verbose_name='privacy policy')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
                ('embed_purpose', models.ForeignKey(blank=True, help_text='For videos, maps and the like from a host that no provider names. If left empty, they stay shut.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='cookie_pages.purpose', verbose_name='purpose of other embeds')),
            ],
            options={
                'verbose_name': 'cookie settings',
                'verbose_name_plural': 'cookie settings',
            },
        ),
        migrations.AddField(
            model_name='cookie',
            name='purpose',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cookies', to='cookie_pages.purpose', verbose_name='purpose'),
        ),
        migrations.CreateModel(
            name='Seeded',
            fields=[
                ('key', models.CharField(max_length=200, primary_key=True, serialize=False, verbose_name='key')),
                ('object_id', models.CharField(max_length=64, verbose_name='object')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='made')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
            ],
            options={
                'verbose_name': 'seeded object',
                'verbose_name_plural': 'seeded objects',
                'ordering': ['key'],
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='SeenCookie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, verbose_name='name')),
                ('path', models.CharField(max_length=255, verbose_name='path')),
                ('reason', models.CharField(choices=[('undeclared', 'not declared'), ('unaccepted', 'purpose not accepted')], max_length=10, verbose_name='what is wrong')),
                ('purpose', models.CharField(blank=True, max_length=40, verbose_name='purpose')),
                ('times', models.PositiveIntegerField(default=1, verbose_name='how often')),
                ('first_seen_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='first seen')),
                ('last_seen_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='last seen')),
            ],
            options={
                'verbose_name': 'cookie seen by the server',
                'verbose_name_plural': 'cookies seen by the server',
                'ordering': ['-last_seen_at'],
                'default_permissions': ['view'],
                'constraints': [models.UniqueConstraint(fields=('name', 'path', 'reason', 'purpose'), name='cookie_pages_seen_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='consentnotice',
            constraint=models.UniqueConstraint(fields=('site_key', 'number'), name='cookie_pages_notice_number'),
        ),
        migrations.AddIndex(
            model_name='consentrecord',
            index=cookie_pages.models.indexes.AppendOnlyIndex(autosummarize=True, fields=['created_at'], name='cookie_pages_record_time', pages_per_range=32),
        ),
        migrations.AddConstraint(
            model_name='purpose',
            constraint=models.CheckConstraint(condition=models.Q(('audience_data_months__isnull', True), ('audience_data_months__range', (1, 25)), _connector='OR'), name='cookie_pages_purpose_audience_data', violation_error_message='25 at most.'),
        ),
        migrations.AddConstraint(
            model_name='purpose',
            constraint=models.UniqueConstraint(fields=('slug', 'locale'), name='cookie_pages_purpose_slug', violation_error_message='Another purpose of this language has this slug.'),
        ),
        migrations.AddConstraint(
            model_name='purpose',
            constraint=models.CheckConstraint(condition=models.Q(('slug__in', ('terms', 'at', 'all', 'language', 'method', 'next', 'notice', 'record')), _negated=True), name='cookie_pages_purpose_slug_free', violation_error_message='The choice cookie uses this word itself: choose another slug.'),
        ),
        migrations.AlterUniqueTogether(
            name='purpose',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AddConstraint(
            model_name='provider',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('country__in', ['', 'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GF', 'GP', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MF', 'MQ', 'MT', 'NL', 'NO', 'PL', 'PT', 'RE', 'RO', 'SE', 'SI', 'SK', 'YT']), ('transfer_country__in', ['', 'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GF', 'GP', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MF', 'MQ', 'MT', 'NL', 'NO', 'PL', 'PT', 'RE', 'RO', 'SE', 'SI', 'SK', 'YT'])), models.Q(('safeguard', ''), _negated=True), _connector='OR'), name='cookie_pages_provider_safeguard', violation_error_message='This country is outside the European Economic Area: name the safeguard.'),
        ),
        migrations.AddConstraint(
            model_name='provider',
            constraint=models.CheckConstraint(condition=models.Q(('safeguard', ''), models.Q(('country__in', ['', 'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GF', 'GP', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MF', 'MQ', 'MT', 'NL', 'NO', 'PL', 'PT', 'RE', 'RO', 'SE', 'SI', 'SK', 'YT']), ('transfer_country__in', ['', 'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GF', 'GP', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MF', 'MQ', 'MT', 'NL', 'NO', 'PL', 'PT', 'RE', 'RO', 'SE', 'SI', 'SK', 'YT']), _negated=True), _connector='OR'), name='cookie_pages_provider_place', violation_error_message='Say to which country the data goes.'),
        ),
        migrations.AlterUniqueTogether(
            name='provider',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AddConstraint(
            model_name='cookie',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('retention_kind', 'duration'), ('retention_unit__in', ['minute', 'hour', 'day', 'week', 'month', 'year']), ('retention_value__gte', 1), ('retention_value__isnull', False)), models.Q(('retention_kind__in', ['session', 'until_deleted']), ('retention_unit', ''), ('retention_value__isnull', True)), _connector='OR'), name='cookie_pages_cookie_retention', violation_error_message='Give a number and a unit for a set time, and neither for the other kinds.'),
        ),
        migrations.AddConstraint(
            model_name='cookie',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('exemption_class__isnull', True), ('exemption_reason', '')), models.Q(('exemption_class__isnull', False), ('exemption_class__range', (1, 7)), models.Q(('exemption_reason', ''), _negated=True)), _connector='OR'), name='cookie_pages_cookie_exemption', violation_error_message='An exempt class and its written reason go together: give both, or neither.'),
        ),
        migrations.AlterUniqueTogether(
            name='cookie',
            unique_together={('translation_key', 'locale')},
        ),
    ]
