# The screen where there are no credentials.
welcome-no-credentials = There are no credentials yet, so there is no account to show. They can be given in two ways.
welcome-by-environment = 1. By environment variables, before the start:
welcome-by-file = 2. By the file { $file }:
welcome-other-profiles = The file has { $profiles }: choose with --profile NAME.
welcome-keys-title = Where the two keys come from
welcome-keys-made = From the console, best for a sub account of its own: Services > Management & Governance > Sub Account > Sub Accounts, then its access keys. It needs API access and the policy NCP_CLOUD_IOT_CORE_MANAGER. Those of the main account work too.
welcome-demo = Or press d: a demo with a sample fleet, without account or network.

# Its keys.
welcome-key-demo = open the demo
welcome-key-leave = leave
welcome-key-scroll = scroll
welcome-q-itself = the letter q leaves: change the keyboard from Hangul, or press Esc

# An account without devices.
welcome-no-devices = No virtual devices in this account.
welcome-device-is = A virtual device stands for a real one and holds its mirrors.
welcome-device-made = They are made in the console: Services > Internet of Things > Cloud IoT Core > Virtual Devices.
welcome-read-again = { KEY("devices/read-again", "r") } reads again

# What a mirror is.
welcome-mirror-title = What is a mirror?
welcome-mirror-is = A JSON document that the service keeps for a virtual device: desired is what is asked of the device, reported what the device says it is.
welcome-mirror-kinds = A device has one default mirror, without a name, and any number of named ones.

# How a mirror is made.
welcome-mirror-how = How to make one: the first update does
welcome-mirror-console = - Console: Virtual Devices > edit > mirror settings
welcome-mirror-api = - API: POST { $path } with the body { $body }
welcome-mirror-device = - Device, by MQTT: publish to { $topic }

# A device without mirrors.
welcome-no-mirrors = no mirrors yet
welcome-no-mirrors-how = the first update makes one: see the detail; { KEY("devices/read-again", "r") } reads again
welcome-no-names = no named mirrors
