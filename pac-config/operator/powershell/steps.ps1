# Plug-in steps: those of the solution, and the late ones of steps/, which are registered by the names of their messages
# (learn.microsoft.com: register-plug-in, reference/entities/sdkmessageprocessingstep).

$StepColumns = 'name,description,stage,mode,rank,asyncautodelete,configuration,filteringattributes,invocationsource,supporteddeployment,statecode'
$StepLookups = '_sdkmessageid_value,_sdkmessagefilterid_value,_eventhandler_value'
$ImageColumns = 'name,entityalias,imagetype,messagepropertyname,attributes'

# The choice value of wl_setting.wl_enforcement that blocks closes.
$EnforcementBlock = 727000002

# Those of the ids that are in the org, with their columns.
function Get-StepsById([string[]] $Ids) {
    Get-Rows sdkmessageprocessingsteps "`$select=$StepColumns,$StepLookups", (Format-In sdkmessageprocessingstepid $Ids)
}

function Format-In([string] $Column, [string[]] $Values) {
    "`$filter=Microsoft.Dynamics.CRM.In(PropertyName='$Column',PropertyValues=$(ConvertTo-Body $Values))"
}

function Read-SolutionSteps {
    $ids = @(Get-ComponentIds $ComponentStep)
    $script:SolutionSteps = @(Sort-ByName @(Get-StepsById $ids) { $args[0].name })
    $missing = @($ids | Where-Object { $_ -notin @($SolutionSteps | ForEach-Object { $_.sdkmessageprocessingstepid }) }) -join ', '
    if ($missing) { Stop-Run 3 steps.missing $missing }
}

# By code points, as jq sorts.
function Sort-ByName([object[]] $Items, [Func[object, string]] $Name) {
    [System.Linq.Enumerable]::OrderBy($Items, $Name, [StringComparer]::Ordinal)
}

# The files of steps/: written as in the solution, with SdkMessageName in place of SdkMessageId.
function Import-LateSteps {
    $files = @(Get-ChildItem -LiteralPath $Steps -Filter *.xml -ErrorAction Ignore)
    if ($files.Count -eq 0) { Stop-Run 2 need.steps $Steps }
    $script:LateSteps = @(Sort-ByName @($files | ForEach-Object { Read-Step $_.FullName }) { $args[0].Columns.name })
}

function Read-Step([string] $File) {
    try { $root = ([xml] (Get-Content -Raw -LiteralPath $File)).DocumentElement } catch { Stop-Run 2 need.step $File }
    $type = @("$(Read-Element $root PluginTypeName)" -split ',' | ForEach-Object Trim)
    $step = @{
        Id = $root.GetAttribute('SdkMessageProcessingStepId').Trim('{', '}').ToLowerInvariant()
        Message = Read-Element $root SdkMessageName
        Table = Read-Element $root PrimaryEntity
        TypeName = $type[0]
        Assembly = $type.Count -gt 1 ? $type[1] : $null
        Version = $type.Count -gt 2 ? $type[2] -replace '^Version=' : ''
        Columns = [ordered]@{
            name = $root.GetAttribute('Name')
            description = Read-Element $root Description
            stage = Read-Number $root Stage
            mode = Read-Number $root Mode
            rank = Read-Number $root Rank
            asyncautodelete = (Read-Element $root AsyncAutoDelete) -eq '1'
            configuration = Read-Element $root Configuration
            filteringattributes = Read-Element $root FilteringAttributes
            invocationsource = Read-Number $root InvocationSource
            supporteddeployment = Read-Number $root SupportedDeployment
        }
        Images = @($root.SelectNodes('SdkMessageProcessingStepImages/SdkMessageProcessingStepImage') | ForEach-Object { Read-Image $_ })
    }
    if (-not ($step.Id -and $step.Message -and $step.TypeName -and $step.Assembly)) { Stop-Run 2 need.step $File }
    $step
}

function Read-Image($Element) {
    @{
        Id = (Read-Element $Element SdkMessageProcessingStepImageId).Trim('{', '}').ToLowerInvariant()
        Columns = [ordered]@{
            name = $Element.GetAttribute('Name')
            entityalias = Read-Element $Element EntityAlias
            imagetype = Read-Number $Element ImageType
            messagepropertyname = Read-Element $Element MessagePropertyName
            attributes = Read-Element $Element Attributes
        }
    }
}

# An empty element and a missing one are the same to the platform.
function Read-Element($Element, [string] $Name) {
    $found = $Element.SelectSingleNode($Name)
    if ($found -and $found.InnerText) { $found.InnerText }
}

function Read-Number($Element, [string] $Name) {
    $text = Read-Element $Element $Name
    if ($text) { [long] $text }
}

# What the org has of the late steps and what differs.
function Read-LatePlan {
    Import-LateSteps
    $ids = @($LateSteps | ForEach-Object { $_.Id })
    $org = @{ Steps = @(Get-StepsById $ids); Images = @() }
    if (@($LateSteps | ForEach-Object { $_.Images }).Count -gt 0) {
        $org.Images = @(Get-Rows sdkmessageprocessingstepimages "`$select=$ImageColumns,_sdkmessageprocessingstepid_value", (Format-In sdkmessageprocessingstepid $ids))
    }
    $names = @($LateSteps | ForEach-Object { $_.Message } | Sort-Object -Unique)
    $org.Messages = @(Get-Rows sdkmessages '$select=sdkmessageid,name', (Format-In name $names))
    $filter = (Format-In sdkmessageid @($org.Messages | ForEach-Object { $_.sdkmessageid })) + ' and iscustomprocessingstepallowed eq true'
    $org.Filters = @(Get-Rows sdkmessagefilters '$select=sdkmessagefilterid,primaryobjecttypecode,_sdkmessageid_value', $filter)
    $org.Types = @(Get-Rows plugintypes '$select=plugintypeid,typename,version', "`$filter=assemblyname eq '$($LateSteps[0].Assembly)'")
    $script:LatePlan = @($LateSteps | ForEach-Object { Get-StepPlan $_ $org })
}

function Get-StepPlan($Step, $Org) {
    $lookups = @(Find-Lookups $Step $Org)
    $row = $Org.Steps | Where-Object { $_.sdkmessageprocessingstepid -eq $Step.Id } | Select-Object -First 1
    $owner = , @{ Property = 'sdkmessageprocessingstepid'; Column = 'sdkmessageprocessingstepid'; Set = 'sdkmessageprocessingsteps'; Id = $Step.Id }
    $Step + @{
        Offered = $lookups.Count -gt 0
        Exists = $null -ne $row
        StateCode = $row ? [int] $row.statecode : 0
        Changes = Get-Changes $Step.Columns $lookups $row
        ImagePlan = @($Step.Images | ForEach-Object {
            $image = $_
            $found = $Org.Images | Where-Object { $_.sdkmessageprocessingstepimageid -eq $image.Id } | Select-Object -First 1
            $image + @{ Exists = $null -ne $found; Changes = Get-Changes $image.Columns $owner $found }
        })
    }
}

# What a step refers to; nothing where the org offers no such event.
function Find-Lookups($Step, $Org) {
    $message = $Org.Messages | Where-Object { $_.name -ceq $Step.Message } | Select-Object -First 1
    if (-not $message) { return }
    $filter = $Org.Filters | Where-Object { $_._sdkmessageid_value -eq $message.sdkmessageid -and $_.primaryobjecttypecode -ceq $Step.Table } | Select-Object -First 1
    if ($Step.Table -and -not $filter) { return }
    $type = $Org.Types | Where-Object { $_.typename -ceq $Step.TypeName -and $_.version -eq $Step.Version } | Select-Object -First 1
    if (-not $type) { Stop-Run 3 step.no-type $Step.TypeName, $Step.Version }
    @{ Property = 'sdkmessageid'; Column = 'sdkmessageid'; Set = 'sdkmessages'; Id = $message.sdkmessageid }
    @{ Property = 'sdkmessagefilterid'; Column = 'sdkmessagefilterid'; Set = 'sdkmessagefilters'; Id = $filter ? $filter.sdkmessagefilterid : $null }
    @{ Property = 'eventhandler_plugintype'; Column = 'eventhandler'; Set = 'plugintypes'; Id = $type.plugintypeid }
}

# Only what differs is sent: unchanged columns would still raise events and look updated.
function Get-Changes($Columns, [object[]] $Lookups, $Now) {
    $changes = [ordered]@{}
    $before = $Now ?? @{}
    foreach ($column in $Columns.GetEnumerator()) {
        if (-not (Test-Same $column.Key $column.Value $before[$column.Key])) { $changes[$column.Key] = $column.Value }
    }
    foreach ($lookup in $Lookups) {
        if ($lookup.Id -ne $before["_$($lookup.Column)_value"]) {
            $changes["$($lookup.Property)@odata.bind"] = $lookup.Id ? "/$($lookup.Set)($($lookup.Id))" : $null
        }
    }
    $changes
}

# Lists of columns are the same in any order.
function Test-Same([string] $Column, $One, $Other) {
    if ($null -eq $One -or $null -eq $Other) { return $null -eq $One -and $null -eq $Other }
    if ($Column -in 'attributes', 'filteringattributes') { return (($One -split ',' | Sort-Object) -join ',') -ceq (($Other -split ',' | Sort-Object) -join ',') }
    $One.GetType() -eq $Other.GetType() -and $One -ceq $Other
}

function Format-Names($Changes) {
    ($Changes.Keys | ForEach-Object { $_ -replace '@odata\.bind$' }) -join ', '
}

# Whether the gate steps are to run.
function Read-Gate {
    if ($Gate -ne 'auto') { return }
    $rows = @(Get-Rows wl_settings '$select=wl_enforcement', '$filter=statecode eq 0', '$orderby=createdon asc', '$top=1')
    $script:Gate = $rows.Count -gt 0 -and $rows[0].wl_enforcement -eq $EnforcementBlock ? 'on' : 'off'
}

function Test-Off {
    $words = @($SolutionSteps | ForEach-Object { $_.name }) + @($LatePlan | ForEach-Object { $_.Columns.name }) | ForEach-Object { ($_ -split ' ')[0] }
    foreach ($word in $Off) {
        if ($word -cnotin $words) { Stop-Run 2 setup.off $word }
    }
}

# 0 enabled, 1 disabled.
function Get-WantedState([string] $Name, $Configuration) {
    ($Name -split ' ')[0] -cin $Off -or ($Configuration -eq 'gate' -and $Gate -eq 'off') ? 1 : 0
}

function Set-StepState([string] $Id, [string] $Name, $Configuration, [int] $State) {
    $wanted = Get-WantedState $Name $Configuration
    if ($State -eq $wanted) {
        $Counts.Kept++
    }
    elseif ($wanted -eq 0) {
        Write-Org PATCH "sdkmessageprocessingsteps($Id)" '{"statecode":0,"statuscode":1}' @{ 'If-Match' = '*' }
        Write-Deed step.enabled $Name
        $Counts.Enabled++
    }
    else {
        Write-Org PATCH "sdkmessageprocessingsteps($Id)" '{"statecode":1,"statuscode":2}' @{ 'If-Match' = '*' }
        Write-Deed step.disabled $Name
        $Counts.Disabled++
    }
}

# Created and updated by the one request that does either (upsert), on the step's own id.
function Register-Step($Step) {
    $name = $Step.Columns.name
    if (-not $Step.Offered) {
        Write-Text step.no-message $name, $Step.Message, ($Step.Table ?? '-')
        $Counts.Omitted++
        return
    }
    $kind = Get-Kind $Step
    $Counts[$kind]++
    if ($kind -ne 'unchanged') {
        Write-Org PATCH "sdkmessageprocessingsteps($($Step.Id))" (ConvertTo-Body $Step.Changes)
        Write-Deed "step.$kind" $name, (Format-Names $Step.Changes)
    }
    foreach ($image in $Step.ImagePlan) { Register-Image $name $image }
    Set-StepState $Step.Id $name $Step.Columns.configuration $Step.StateCode
}

function Get-Kind($Planned) {
    if (-not $Planned.Exists) { 'created' } elseif ($Planned.Changes.Count -eq 0) { 'unchanged' } else { 'changed' }
}

function Register-Image([string] $StepName, $Image) {
    $kind = Get-Kind $Image
    if ($kind -ne 'unchanged') {
        Write-Org PATCH "sdkmessageprocessingstepimages($($Image.Id))" (ConvertTo-Body $Image.Changes)
        Write-Deed "image.$kind" $StepName, $Image.Columns.name, (Format-Names $Image.Changes)
    }
}

function Invoke-Setup {
    $script:Counts = @{ Enabled = 0; Disabled = 0; Kept = 0; created = 0; changed = 0; unchanged = 0; Omitted = 0 }
    Read-Solution
    Wait-Keys
    Read-Gate
    Read-SolutionSteps
    Read-LatePlan
    Test-Off
    foreach ($step in $SolutionSteps) { Set-StepState $step.sdkmessageprocessingstepid $step.name $step.configuration $step.statecode }
    foreach ($step in $LatePlan) { Register-Step $step }
    Write-Text setup.summary @($Keys | Where-Object { $_.Status -eq 'Active' }).Count, $Counts.Enabled, $Counts.Disabled, $Counts.Kept, $Counts.created, $Counts.changed, $Counts.unchanged, $Counts.Omitted, (Get-Text "gate.$Gate")
    Write-Text setup.next
}

function Invoke-Unregister {
    Import-LateSteps
    $found = @(Get-StepsById @($LateSteps | ForEach-Object { $_.Id }))
    foreach ($step in $found) {
        Write-Org DELETE "sdkmessageprocessingsteps($($step.sdkmessageprocessingstepid))" ''
        Write-Deed step.removed $step.name
    }
    Write-Text unregister.summary $found.Count, ($LateSteps.Count - $found.Count)
}
